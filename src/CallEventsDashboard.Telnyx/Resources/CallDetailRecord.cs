using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>One detail record of a call: of a leg as the carrier saw it, or of a product that was used. Which fields it has depends on its product; none is required.</summary>
public sealed record CallDetailRecord
{
    /// <summary>How far below the first record, from 0.</summary>
    public int Depth { get; init; }

    /// <summary>Such as <c>sip-trunking</c>, <c>call-control</c>, <c>recording</c>.</summary>
    public string? Product { get; init; }

    public string? SessionId { get; init; }

    public string? LegId { get; init; }

    public string? CallControlId { get; init; }

    /// <summary>The connection, or the application, that the leg came or went by.</summary>
    public string? ConnectionId { get; init; }

    /// <summary><c>inbound</c>, <c>outbound</c>, or as the record has it.</summary>
    public string? Direction { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? CallSeconds { get; init; }

    public string? BilledSeconds { get; init; }

    public string? HangupCause { get; init; }

    /// <summary>Who ended it in the words of the switch: <c>recv_bye</c>, <c>send_cancel</c>, …</summary>
    public string? HangupDetails { get; init; }

    /// <summary>A cause of Q.850.</summary>
    public string? HangupCode { get; init; }

    /// <summary>The SIP status with which an INVITE was refused.</summary>
    public string? SipStatus { get; init; }

    /// <summary>Telnyx's own code, such as <c>D61</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>A decimal number as it was sent, which may have an exponent.</summary>
    public string? Cost { get; init; }

    public string? Currency { get; init; }

    public string? Codec { get; init; }

    /// <summary>The mean opinion score, 1 to 5.</summary>
    public string? Mos { get; init; }

    public string? Attestation { get; init; }

    /// <summary>The record itself as it was received.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Whether it says how the carrier handled a leg, and not only that a product was used.</summary>
    public bool IsLeg => (HangupCause ?? HangupDetails ?? SipStatus ?? ErrorCode ?? HangupCode) is not null;

    /// <summary>Where Telnyx had the leg from: <c>telnyx_connection</c>, <c>telnyx_cc_app</c>.</summary>
    public string? FlowSource { get; init; }

    /// <returns>Null for what is no object.</returns>
    public static CallDetailRecord? Read(ReadOnlyMemory<byte> record) =>
        LooseJson.Parse(record.Span) is { ValueKind: JsonValueKind.Object } json ? Read(json, depth: 0) : null;

    /// <summary>Null for a node that has nothing but children.</summary>
    internal static CallDetailRecord? Read(JsonElement node, int depth)
    {
        var record = node.Field("record") is { ValueKind: JsonValueKind.Object } inner ? inner : node;
        if (record.EnumerateObject().All(field => field.NameOrSource() is "children" or "links"))
            return null;
        var cost = node.Field("cost");
        var quality = record.Field("call_quality_stats");
        return new CallDetailRecord
        {
            Depth = depth,
            Product = node.Text("product") ?? record.Text("record_type", "product"),
            SessionId = record.Text("telnyx_session_id", "call_session_id", "session_id"),
            LegId = record.Text("telnyx_leg_id", "call_leg_id", "leg_id"),
            CallControlId = record.Text("call_control_id"),
            ConnectionId = record.Text("connection_id"),
            Direction = record.Text("leg_direction", "direction"),
            From = record.Text("cli", "caller_number", "from"),
            To = record.Text("cld", "dest_number", "to"),
            StartedAt = Time(record, "started_at", "start_time", "created_at"),
            AnsweredAt = Time(record, "answered_at", "answered_time"),
            FinishedAt = Time(record, "finished_at", "ended_at", "end_time"),
            CallSeconds = record.Text("call_sec", "duration_sec", "duration_secs"),
            BilledSeconds = record.Text("billed_sec", "billed_duration_secs"),
            FlowSource = record.Text("flow_source"),
            HangupCause = record.Text("hangup_cause"),
            HangupDetails = record.Text("hangup_details"),
            HangupCode = record.Text("hangup_code"),
            SipStatus = record.Text("sip_invite_failure_status", "sip_hangup_cause"),
            ErrorCode = record.Text("telnyx_error_code"),
            Cost = cost.Text("event_cost") ?? record.Text("cost"),
            Currency = cost.Text("currency") ?? record.Text("currency"),
            Codec = record.Text("rtp_use_codec_name", "codec"),
            Mos = record.Text("mos", "mos_score") ?? quality.Field("inbound").Text("mos") ?? quality.Text("mos"),
            Attestation = record.Text("shaken_stir", "shaken_stir_attestation"),
            Raw = Encoding.UTF8.GetBytes(record.GetRawText()),
        };
    }

    private static DateTimeOffset? Time(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (InstantText.Read(record.Field(name)) is { } at)
                return at;
        }

        return null;
    }
}
