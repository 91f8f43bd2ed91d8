using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>The connection of an event by its name, and where the webhooks of its application go. It asks nothing by itself but for a name that is due.</summary>
public sealed partial class ConnectionFacts
{
    private const int LongestUrl = 300;
    private const int LongestName = 100;
    private const int MostDestinations = 12;
    private const string Texml = "texml_application";

    private string? _id;
    private bool _isOffered;
    private bool _isRefused;
    private bool _isReading;
    private NamedConnection? _connection;
    private List<(string Label, string Value, string? Hint)> _facts = [];

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    /// <summary>The names as they may be seen.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required CallEvent Event { get; set; }

    // That it was read once says nothing of reading it again.
    private string? Unread => Names?.Failed is { } failed
        ? $" At {Instants.SecondsWithZone(failed.At)} not all of them could be read: {NeighbourText.Reason(failed.State)}." : null;

    private string Unnamed => _isRefused || Names?.State is NeighbourState.NotPermitted
        ? $"IDs instead of names: the lists of connections are {NeighbourText.Refusal(Neighbours?.RefusedUntil(Connections.Endpoint), Instants)}."
        : Names switch
        {
            null or { State: null } => "The name of the connection is read when a request is to spare.",
            { State: NeighbourState.Answered, IsCut: true } => "Telnyx has more connections than are read here, and the name of this one is not among them.",
            { State: NeighbourState.Answered } => "No list that was read has this ID: it is in one that is still to be read or not permitted with this key, or was deleted.",
            _ => "The names of connections could not be read. The ID is as true without them.",
        };

    protected override void OnParametersSet()
    {
        _id = Event.ConnectionId;
        _isOffered = _id is { Length: > 0 } && Neighbours?.Offers(Connections.Endpoint) == true;
        _isRefused = _isOffered && Neighbours?.IsRefused(Connections.Endpoint) == true;
        _isReading = Names?.IsReading == true;
        _connection = _isOffered ? Names?.Find(_id, Event.Product, wantsFacts: true) : null;
        _facts = _connection is null ? [] : [.. Facts(_connection, Names?.FindProfile(_connection.OutboundProfileId))];
    }

    private async Task ReadAgainAsync()
    {
        if (Neighbours is not { } neighbours || _id is not { } id)
            return;
        await Audit.NamesAskedAsync();
        neighbours.WantNames(new NameQuestion(id) { Product = Event.Product }, isAsked: true);
    }

    private static string? Kind(NamedConnection connection) => string.Join(", ", new[]
    {
        connection.Kind is { } kind ? VisibleText.Word(kind).Replace('_', ' ') : null,
        connection.IsActive is false ? "not active" : null,
    }.OfType<string>());

    private static IEnumerable<(string Label, string Value, string? Hint)> Facts(NamedConnection connection, OutboundVoiceProfile? profile)
    {
        if (connection.WebhookUrl is { } url)
            yield return (connection.Kind == Texml ? "Instructions from" : "Webhooks to", Shown(url), null);
        if (connection.FailoverUrl is { } failover)
            yield return ("If that fails", Shown(failover), null);
        if (connection.StatusUrl is { } progress)
            yield return ("Progress to", Shown(progress), null);
        if (connection.TimeoutSeconds is { } seconds)
            yield return ("Time-out", $"{VisibleText.Line(seconds, 10)} s", "for the answer to a webhook");
        if (connection.FirstCommandSeconds is { } first)
            yield return ("First command", $"within {VisibleText.Line(first, 10)} s", "or Telnyx hangs up");
        if (connection.ApiVersion is { } version)
            yield return ("Webhook version", VisibleText.Line(version, 10), version == "1" ? "names of events are written with underscores" : null);
        if (connection.OutboundProfileId is { } id)
            yield return ("Outbound profile", VisibleText.Line(profile?.Name ?? id, LongestName), profile is null ? null : ProfileHint(profile));
    }

    /// <summary>What explains a call that was refused.</summary>
    private static string ProfileHint(OutboundVoiceProfile profile) => string.Join(" · ", new[]
    {
        VisibleText.Line(profile.Id, LongestName),
        profile.IsEnabled is false ? "not enabled" : null,
        profile.CallLimit is { } limit ? $"{VisibleText.Line(limit, 10)} calls at once" : null,
        profile.Destinations.Count > 0 ? $"calls {VisibleText.Line(string.Join(", ", profile.Destinations.Take(MostDestinations)), LongestUrl)}{(profile.Destinations.Count > MostDestinations ? ", …" : "")}" : null,
    }.OfType<string>());

    private static string Shown(string url) => VisibleText.Line(SecretText.Url(url), LongestUrl);
}
