using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/detail_records</c>: of SIP trunking, every leg that the carrier had, also of calls that no application ever saw; of Call Control, what applications had.</summary>
/// <remarks>Measured by others: at most 50 rows a page, newest first; a filter on a field that the records lack finds nothing, without an error.</remarks>
public static class DetailRecords
{
    public const string Endpoint = "detail_records";

    /// <summary>The most rows that one answer has.</summary>
    public const int Rows = 50;

    /// <param name="field">A field of the records: <c>cli</c>, <c>cld</c> or <c>telnyx_session_id</c>.</param>
    /// <param name="from">Inclusive, as <paramref name="to"/> is; null for no bound.</param>
    public static ResourceRequest Trunks(string field, string value, DateTimeOffset? from, DateTimeOffset? to) => Find("sip-trunking", field, value, from, to);

    /// <param name="field">A field of the records: <c>telnyx_leg_id</c>, which those of SIP trunking don't have, or <c>telnyx_session_id</c>.</param>
    public static ResourceRequest Applications(string field, string value) => Find("call-control", field, value, from: null, to: null);

    private static ResourceRequest Find(string type, string field, string value, DateTimeOffset? from, DateTimeOffset? to) => new(Endpoint, Endpoint, ResourceRequest.Write(
        ("filter[record_type]", type),
        ($"filter[{field}]", value),
        ("filter[started_at][gte]", from is { } first ? InstantText.Format(first) : null),
        ("filter[started_at][lte]", to is { } last ? InstantText.Format(last) : null),
        ("page[number]", "1"),
        ("page[size]", Rows.ToString(CultureInfo.InvariantCulture))));
}
