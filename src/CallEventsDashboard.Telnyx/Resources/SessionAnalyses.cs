using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>
/// <c>GET /v2/session_analysis/{record_type}/{event_id}</c>: the detail records of one session, of every leg and product, with their cost. A call has none until
/// some time after its end: 404 and 409 say so.
/// </summary>
/// <remarks>Source: the public contract and the field; what a record holds is not documented.</remarks>
public static class SessionAnalyses
{
    public const string Endpoint = "session_analysis";

    /// <summary>How deep the children of a record are asked for, as deep as the service goes.</summary>
    private const int Depth = 5;

    public static ResourceRequest OfSession(string sessionId) =>
        new(Endpoint, $"{Endpoint}/call-session/{Uri.EscapeDataString(sessionId)}", ResourceRequest.Write(("max_depth", Depth.ToString(CultureInfo.InvariantCulture))));
}
