namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/call_control_applications</c>: what stands behind the connection IDs of Call Control, with where its webhooks go.</summary>
public static class CallControlApplications
{
    public const string Endpoint = "call_control_applications";

    /// <inheritdoc cref="Connections.Page"/>
    public static ResourceRequest Page(int page) => new(Endpoint, Endpoint, Connections.Terms(page));
}
