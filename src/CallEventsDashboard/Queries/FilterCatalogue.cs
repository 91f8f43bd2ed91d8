namespace CallEventsDashboard.Queries;

/// <summary>
/// The filters of <c>GET /v2/call_events</c>, and the one that the dashboard makes of two of them. Source: the published contract of <c>ListCallEvents</c>.
/// </summary>
public static class FilterCatalogue
{
    private const string MayBeIgnoredHelp = "Telnyx may ignore this filter; the list then says so.";
    private const string PartyHelp = "A number with + and country code, a short code, a name or a SIP URI.";

    public static FilterParameter ApplicationName { get; } = new(
        "application_name", "Application name", FilterKind.Text, (f, value) => f with { ApplicationName = value })
    {
        WireName = "filter[application_name][contains]",
        ShortLabel = "application",
        MinLength = 3,
        MatchesParts = true,
        MayBeIgnored = true,
        Help = "A part of the name, 3 characters or more. " + MayBeIgnoredHelp,
    };

    public static FilterParameter OutboundVoiceProfileId { get; } = new(
        "outbound_voice_profile_id", "Outbound voice profile ID", FilterKind.Text,
        (f, value) => f with { OutboundVoiceProfileId = value })
    {
        WireName = "filter[outbound.outbound_voice_profile_id]",
        ShortLabel = "voice profile",
        MayBeIgnored = true,
        Help = MayBeIgnoredHelp,
    };

    public static FilterParameter LegId { get; } = new("leg_id", "Leg ID", FilterKind.Uuid, (f, value) => f with { LegId = value })
    {
        ShortLabel = "leg",
        Help = "Also finds events older than 24 hours.",
        Keys = ["leg_id", "call_leg_id"],
        Carried = row => row.LegId,
    };

    public static FilterParameter ApplicationSessionId { get; } = new(
        "application_session_id", "Session ID", FilterKind.Uuid, (f, value) => f with { ApplicationSessionId = value })
    {
        ShortLabel = "session",
        Help = "Also finds events older than 24 hours.",
        Keys = ["application_session_id", "call_session_id"],
        Carried = row => row.SessionId,
    };

    public static FilterParameter ConnectionId { get; } = new(
        "connection_id", "Connection ID", FilterKind.Text, (f, value) => f with { ConnectionId = value })
    {
        ShortLabel = "connection",
        NoSuchValue = "0",
        Keys = ["connection_id"],
        Carried = row => row.ConnectionId,
        Comparison = StringComparison.Ordinal,
    };

    public static FilterParameter Product { get; } = new("product", "Product", FilterKind.Choice, (f, value) => f with { Product = value })
    {
        Choices = [new("call_control", "Call Control"), new("fax", "Fax"), new("texml", "TeXML")],
        TopLevelKeys = ["product"],
        Carried = row => row.Product,
    };

    public static FilterParameter Failed { get; } = new(
        "failed", "Delivery failed", FilterKind.Flag, (f, value) => f with { Failed = value == "true" })
    {
        ShortLabel = "only",
        Choices = [new("true", "Yes"), new("false", "No")],
        TopLevelKeys = ["failed"],
        Carried = row => Flag(row.Failed),
    };

    public static FilterParameter From { get; } = new("from", "From", FilterKind.Number, (f, value) => f with { From = value })
    {
        Help = PartyHelp,
        Keys = ["from"],
        Carried = row => row.From,
        Compare = (wanted, row) => RowFilter.CheckParty("from", wanted, row.From, row),
    };

    public static FilterParameter To { get; } = new("to", "To", FilterKind.Number, (f, value) => f with { To = value })
    {
        Help = PartyHelp,
        Keys = ["to"],
        Carried = row => row.To,
        Compare = (wanted, row) => RowFilter.CheckParty("to", wanted, row.To, row),
    };

    /// <summary>From or To: two requests, as Telnyx has no filter for either.</summary>
    public static FilterParameter Party { get; } = new("party", "From or To", FilterKind.Number, (f, _) => f)
    {
        WireName = null,
        Help = PartyHelp,
        Compare = (wanted, row) => RowFilter.Either(From.Check(wanted, row), To.Check(wanted, row)),
    };

    public static FilterParameter EventName { get; } = new("name", "Event name", FilterKind.EventName, (f, value) => f with { Name = value })
    {
        ShortLabel = "event",
        NoSuchValue = "no.such.event",
        Help = "The exact name of an event or a command.",
        Keys = ["event_type"],
        TopLevelKeys = ["name"],
        Carried = row => row.Name,
        Comparison = StringComparison.Ordinal,
    };

    public static FilterParameter Type { get; } = new("type", "Type", FilterKind.Choice, (f, value) => f with { Type = value })
    {
        Choices = [new("command", "Command"), new("webhook", "Webhook")],
        TopLevelKeys = ["type"],
        Carried = row => row.IsWebhook ? "webhook" : row.Type,
    };

    public static FilterParameter Status { get; } = new("status", "Status", FilterKind.Choice, (f, value) => f with { Status = value })
    {
        Choices = [new("init", "Init"), new("in_progress", "In progress"), new("completed", "Completed")],
        MayBeIgnored = true,
        Help = MayBeIgnoredHelp,
    };

    /// <summary>Every filter but the time, in the order of a link.</summary>
    public static IReadOnlyList<FilterParameter> All { get; } =
        [ApplicationName, OutboundVoiceProfileId, LegId, ApplicationSessionId, ConnectionId, Product, Failed, From, To, Party, EventName, Type, Status];

    /// <summary>The place of a filter among <see cref="All"/>.</summary>
    internal static int PlaceOf(FilterParameter parameter) => Places[parameter];

    /// <summary>Every filter but the time, in the groups of the form.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<FilterParameter> Parameters)> Groups { get; } =
    [
        ("Call", [From, To, Party]),
        ("Event", [EventName, Type, Product, Failed]),
        ("Identifiers", [LegId, ApplicationSessionId, ConnectionId]),
        ("Telnyx may ignore these", [ApplicationName, OutboundVoiceProfileId, Status]),
    ];

    private static Dictionary<FilterParameter, int> Places { get; } = All.Select((parameter, place) => (parameter, place)).ToDictionary(pair => pair.parameter, pair => pair.place);

    private static string? Flag(bool? value) => value switch { true => "true", false => "false", null => null };
}
