namespace CallEventsDashboard.Sandbox;

/// <summary>Wire names of the filters that the service knows, without <c>filter[…]</c>. Any other is ignored in silence.</summary>
public static class FilterNames
{
    public const string LegId = "leg_id";
    public const string ApplicationSessionId = "application_session_id";
    public const string ConnectionId = "connection_id";
    public const string Product = "product";
    public const string From = "from";
    public const string To = "to";
    public const string Failed = "failed";
    public const string Type = "type";
    public const string Name = "name";
    public const string OccurredAt = "occurred_at";
    public const string ApplicationName = "application_name";
    public const string OutboundVoiceProfileId = "outbound.outbound_voice_profile_id";
    public const string Status = "status";

    /// <summary>Published for this endpoint by a merge mistake: they belong to others.</summary>
    public static IReadOnlyList<string> Borrowed { get; } = [ApplicationName, OutboundVoiceProfileId, Status];

    public static IReadOnlyList<string> All { get; } =
        [LegId, ApplicationSessionId, ConnectionId, Product, From, To, Failed, Type, Name, OccurredAt, .. Borrowed];
}
