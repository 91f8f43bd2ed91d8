namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/texml_applications</c>: what stands behind the connection IDs of TeXML, with where it asks for instructions and reports to.</summary>
public static class TexmlApplications
{
    public const string Endpoint = "texml_applications";

    /// <inheritdoc cref="Connections.Page"/>
    public static ResourceRequest Page(int page) => new(Endpoint, Endpoint, Connections.Terms(page));
}
