namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/fax_applications</c>: what stands behind the connection IDs of faxes, with where its webhooks go.</summary>
public static class FaxApplications
{
    public const string Endpoint = "fax_applications";

    /// <inheritdoc cref="Connections.Page"/>
    public static ResourceRequest Page(int page) => new(Endpoint, Endpoint, Connections.Terms(page));
}
