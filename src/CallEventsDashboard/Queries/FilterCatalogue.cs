namespace CallEventsDashboard.Queries;

/// <content>The filters of <c>GET /v2/call_events</c>. Source: the published contract of <c>ListCallEvents</c>.</content>
public sealed partial class FilterParameter
{
    private const string MayBeIgnoredHelp = "Telnyx may ignore this filter; the list then says so.";

    public static FilterParameter ApplicationName { get; } = new("application_name", "Application name", FilterKind.Text, q => q.ApplicationName, (q, value) => q with { ApplicationName = value })
    {
        WireName = "filter[application_name][contains]",
        ShortLabel = "application",
        MinLength = 3,
        MayBeIgnored = true,
        Help = "A part of the name, 3 characters or more. " + MayBeIgnoredHelp,
    };

    public static FilterParameter OutboundVoiceProfileId { get; } = new("outbound_voice_profile_id", "Outbound voice profile ID", FilterKind.Text, q => q.OutboundVoiceProfileId, (q, value) => q with { OutboundVoiceProfileId = value })
    {
        WireName = "filter[outbound.outbound_voice_profile_id]",
        ShortLabel = "voice profile",
        MayBeIgnored = true,
        Help = MayBeIgnoredHelp,
    };

    public static FilterParameter LegId { get; } = new("leg_id", "Leg ID", FilterKind.Uuid, q => q.LegId, (q, value) => q with { LegId = value })
    {
        ShortLabel = "leg",
        Help = "Reaches beyond the last 24 hours.",
    };

    public static FilterParameter ApplicationSessionId { get; } = new("application_session_id", "Session ID", FilterKind.Uuid, q => q.ApplicationSessionId, (q, value) => q with { ApplicationSessionId = value })
    {
        ShortLabel = "session",
        Help = "Reaches beyond the last 24 hours.",
    };

    public static FilterParameter ConnectionId { get; } = new("connection_id", "Connection ID", FilterKind.Text, q => q.ConnectionId, (q, value) => q with { ConnectionId = value })
    {
        ShortLabel = "connection",
    };

    public static FilterParameter Product { get; } = new("product", "Product", FilterKind.Choice, q => q.Product, (q, value) => q with { Product = value })
    {
        Choices = [new("call_control", "Call Control"), new("fax", "Fax"), new("texml", "TeXML")],
    };

    public static FilterParameter Failed { get; } = new("failed", "Delivery failed", FilterKind.Flag, q => q.Failed switch { true => "true", false => "false", null => null }, (q, value) => q with { Failed = value is null ? null : value == "true" })
    {
        ShortLabel = "only",
        Choices = [new("true", "Yes"), new("false", "No")],
    };

    public static FilterParameter From { get; } = new("from", "From", FilterKind.Number, q => q.From, (q, value) => q with { From = value })
    {
        Help = "A number with + and country code, a short code, a name or a SIP URI.",
    };

    public static FilterParameter To { get; } = new("to", "To", FilterKind.Number, q => q.To, (q, value) => q with { To = value })
    {
        Help = "A number with + and country code, a short code, a name or a SIP URI.",
    };

    public static FilterParameter EventName { get; } = new("name", "Event name", FilterKind.EventName, q => q.Name, (q, value) => q with { Name = value })
    {
        ShortLabel = "event",
        Help = "The exact name of an event or a command.",
    };

    public static FilterParameter Type { get; } = new("type", "Type", FilterKind.Choice, q => q.Type, (q, value) => q with { Type = value })
    {
        Choices = [new("command", "Command"), new("webhook", "Webhook")],
    };

    public static FilterParameter Status { get; } = new("status", "Status", FilterKind.Choice, q => q.Status, (q, value) => q with { Status = value })
    {
        Choices = [new("init", "Init"), new("in_progress", "In progress"), new("completed", "Completed")],
        MayBeIgnored = true,
        Help = MayBeIgnoredHelp,
    };

    /// <summary>Every filter but the time, in the order of a link.</summary>
    public static IReadOnlyList<FilterParameter> All { get; } =
        [ApplicationName, OutboundVoiceProfileId, LegId, ApplicationSessionId, ConnectionId, Product, Failed, From, To, EventName, Type, Status];
}
