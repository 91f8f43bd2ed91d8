using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>One session of the list: at first by those of its events that are in the list, then by all of them.</summary>
public sealed partial class SessionRow
{
    private (SessionGroup?, int, int, SessionCompletion?, bool, CallEventQuery?, bool, TimeSpan?, ConnectionBook?, RowArrival?) _drawnAs;
    private bool _isDrawn;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>The names of connections, as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required int Index { get; set; }

    [Parameter, EditorRequired] public required SessionGroup Session { get; set; }

    /// <summary>The list that has it.</summary>
    [Parameter, EditorRequired] public required SessionListState Shown { get; set; }

    /// <summary>How long its small timeline is; null for its own length.</summary>
    [Parameter] public TimeSpan? Scale { get; set; }

    /// <summary>The query that the link to the session keeps.</summary>
    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    [Parameter] public EventCallback<string> OnOpen { get; set; }

    protected override void OnParametersSet()
    {
        (Completion, IsWaiting, Arrival) = (Shown.Completion(Session.SessionId), Shown.IsWaiting, Shown.ArrivalOf(Session));
        var drawing = (Session, Session.Matches, Index, Completion, IsWaiting, Query, Privacy.IsOn, Scale, Names, Arrival);
        _isDrawn = _drawnAs == drawing;
        _drawnAs = drawing;
    }

    protected override bool ShouldRender() => !_isDrawn;

    // Null until the whole session was read, or could not be.
    private SessionCompletion? Completion { get; set; }

    // Whether it is read only when a request is to spare.
    private bool IsWaiting { get; set; }

    // How it came into a live list.
    private RowArrival? Arrival { get; set; }

    private SessionFacts? Facts => Privacy.IsOn ? Completion?.Masked : Completion?.Facts;

    private string SessionId => Seen("call_session_id", Session.SessionId);

    private DateTimeOffset? Start => Facts?.Start ?? Session.Oldest;

    private string StartTitle => $"Session {VisibleText.Cell(SessionId)}";

    private string From => Number(Facts is { From: { } from } ? from : Seen("from", Session.From));

    private string To => Number(Facts is { To: { } to } ? to : Seen("to", Session.To));

    private string Direction => Facts?.Direction switch
    {
        LegDirection.Incoming => "inbound",
        LegDirection.Outgoing => "outbound",
        _ => "–",
    };

    private string Product => (Facts?.Product ?? Seen("product", Session.Product)) is { Length: > 0 } product ? FilterCatalogue.Product.TextOf(VisibleText.Line(product, 20)) : "–";

    // Where there is no room for the column of connections.
    private string? ProductTitle => Facts?.ConnectionId is { } id ? VisibleText.Line(Names?.Find(id, Facts.Product)?.Name is { } name ? $"{name} · {id}" : id, 120) : null;

    private string Duration => Facts switch
    {
        null => "",
        { Duration: { } length } => $"{(Facts is { HasEnded: true } or { Status: CallStatus.InProgress } ? "" : "≥ ")}{DurationText.Format(length)}",
        _ => "–",
    };

    private string? DurationTitle => Facts switch
    {
        { HasEnded: true } or null => null,
        { Status: CallStatus.InProgress } => "Until the session was loaded; the call is in progress",
        _ => "To the last event seen; no end was seen",
    };

    private static string ToneOf(SessionFacts facts) =>
        facts.Status is CallStatus.InProgress ? "live" : facts.Tone.ToString().ToLowerInvariant();

    private string NumbersTitle => $"{VisibleText.Isolate(From)} → {VisibleText.Isolate(To)}";

    /// <summary>All of its events, and how many of them are in the list where those are fewer.</summary>
    private string Events => Facts?.Events switch
    {
        null => $"{Count(Session.Matches)} …",
        var all when all == Session.Matches => Count(Session.Matches),
        { } all => $"{Count(Session.Matches)} of {Count(all)}",
    };

    private string EventsTitle => $"{Matching} in this list{(Facts is null ? "" : $", {Count(Facts.Events)} in the session")}";

    private string Matching => Session.Matches == 1 ? "1 event" : $"{Count(Session.Matches)} events";

    private static string Number(string? number) => string.IsNullOrEmpty(number) ? "–" : VisibleText.Line(PhoneText.International(number), 40);

    [return: NotNullIfNotNull(nameof(value))]
    private string? Seen(string field, string? value) => value is null ? null : Privacy.Value(field, value, Shown.Scan!.Feed.Key);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
