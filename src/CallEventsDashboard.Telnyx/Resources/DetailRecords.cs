using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/detail_records</c>: of SIP trunking, every leg that the carrier had, also of calls that no application ever saw; of Call Control, what applications had.</summary>
/// <remarks>Measured by others: at most 50 rows a page, newest first; a filter on a field that the records lack finds nothing, without an error.</remarks>
public static class DetailRecords
{
    public const string Endpoint = "detail_records";

    /// <summary>The most rows that one answer has.</summary>
    public const int Rows = 50;

    private const string Trunking = "sip-trunking";
    private const string CallControl = "call-control";
    private const string Session = "telnyx_session_id";

    /// <summary>Those of SIP trunking between two numbers, of which one may be null: then it may be any.</summary>
    /// <param name="caller">The number that called.</param>
    /// <param name="callee">The number that was called.</param>
    /// <param name="from">When the call began; inclusive, as <paramref name="to"/> is; null for no bound.</param>
    public static ResourceRequest OfNumbers(string? caller, string? callee, DateTimeOffset? from, DateTimeOffset? to) => Find(
        Trunking,
        ("filter[cli]", caller),
        ("filter[cld]", callee),
        ("filter[started_at][gte]", from is { } first ? InstantText.Format(first) : null),
        ("filter[started_at][lte]", to is { } last ? InstantText.Format(last) : null));

    /// <summary>Those of SIP trunking, then those of Call Control: either may have the session alone.</summary>
    public static IReadOnlyList<ResourceRequest> OfSession(string sessionId) => [Find(Trunking, ($"filter[{Session}]", sessionId)), Find(CallControl, ($"filter[{Session}]", sessionId))];

    /// <summary>Those of Call Control: those of SIP trunking don't name the leg.</summary>
    public static ResourceRequest OfLeg(string legId) => Find(CallControl, ("filter[telnyx_leg_id]", legId));

    private static ResourceRequest Find(string type, params ReadOnlySpan<(string Name, string? Value)> filters) => new(Endpoint, Endpoint, ResourceRequest.Write(
        [("filter[record_type]", type), .. filters, ("page[number]", "1"), ("page[size]", Rows.ToString(CultureInfo.InvariantCulture))]));
}
