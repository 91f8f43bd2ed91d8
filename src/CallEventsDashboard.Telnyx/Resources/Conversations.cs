using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>
/// <c>GET /v2/ai/conversations</c> and <c>GET /v2/ai/conversations/{id}/messages</c>: what an AI assistant and its caller said, turn by turn.
/// </summary>
/// <remarks>Source: the public contract; the latencies in <c>metadata</c> are not documented.</remarks>
public static class Conversations
{
    public const string Endpoint = "ai_conversations";

    /// <summary>The most messages that one answer has.</summary>
    public const int Rows = 100;

    /// <summary>The most conversations that are asked for of one call.</summary>
    public const int MostOfCall = 10;

    /// <summary>The newest ten conversations of a call: each has its <c>id</c>, and the call's in its <c>metadata</c>.</summary>
    public static ResourceRequest OfCall(string callControlId) => new(
        Endpoint, "ai/conversations", ResourceRequest.Write(("metadata-%3Ecall_control_id", $"eq.{callControlId}"), ("order", "created_at.desc"), ("limit", MostOfCall.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The first 100 messages.</summary>
    public static ResourceRequest Messages(string conversationId) => new(
        Endpoint, $"ai/conversations/{Uri.EscapeDataString(conversationId)}/messages",
        ResourceRequest.Write(("page[number]", "1"), ("page[size]", Rows.ToString(CultureInfo.InvariantCulture))));
}
