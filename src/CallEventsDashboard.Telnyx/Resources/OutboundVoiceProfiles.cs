namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/outbound_voice_profiles</c>: what outbound calls of connections may do. Their IDs stand in connections and applications.</summary>
public static class OutboundVoiceProfiles
{
    public const string Endpoint = "outbound_voice_profiles";

    /// <inheritdoc cref="Connections.Page"/>
    public static ResourceRequest Page(int page) => new(Endpoint, Endpoint, Connections.Terms(page));
}
