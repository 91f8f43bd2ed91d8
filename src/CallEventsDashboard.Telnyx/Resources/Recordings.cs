using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/recordings</c>: what was recorded of a session, with links that are good for ten minutes. Those within events are as short-lived.</summary>
public static class Recordings
{
    public const string Endpoint = "recordings";

    /// <summary>The most recordings that one answer has.</summary>
    public const int Rows = 50;

    public static ResourceRequest OfSession(string sessionId) => new(Endpoint, Endpoint, ResourceRequest.Write(
        ("filter[call_session_id]", sessionId), ("page[number]", "1"), ("page[size]", Rows.ToString(CultureInfo.InvariantCulture))));
}
