using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Events.Detail;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Sessions.Content;

public sealed partial class SessionContent
{
    private const int MostLinks = 10;

    private (SessionView? View, SessionAddress? Address, bool IsReading, string? LinkUri) _drawnAs;
    private bool _isDrawn;
    private Dictionary<string, int> _counts = [];
    private SessionView? _ofLeg;
    private SessionAnalysis? _analysis;
    private IReadOnlyList<CarrierLeg> _recorded = [];
    private SessionEventGrid? _grid;

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required SessionAddress Address { get; set; }

    /// <summary>The clock of the service that the session was read from.</summary>
    [Parameter] public ServiceClock? Clock { get; set; }

    /// <summary>Whether more of the session is on its way.</summary>
    [Parameter] public bool IsReading { get; set; }

    /// <summary>The absolute link to the selected event.</summary>
    [Parameter] public string? LinkUri { get; set; }

    /// <summary>Given what a person wants to look at now: another tab, another scale of the timeline, some of its marks, the events of one leg.</summary>
    [Parameter] public EventCallback<SessionPlace> OnPlace { get; set; }

    /// <summary>Given the event that a person selects; null for none.</summary>
    [Parameter] public EventCallback<CallEvent?> OnSelect { get; set; }

    /// <summary>The reader wants a list.</summary>
    [Parameter] public EventCallback<CallEventQuery> OnQuery { get; set; }

    private SessionPlace Place => Address.Place;

    private string Tab => Place.Tab ?? SessionTabs.Events;

    private SessionRecord? Selected => View.Find(Address.Query.Event);

    /// <summary>Whether the address names an event that the session does not have.</summary>
    private bool IsMissing => Address.Query.Event is not null && !IsReading && Selected is null;

    private EventPlace PlaceOf(SessionRecord selected) => new(Address.Query) { Index = selected.Index, LinkUri = LinkUri, Clock = Clock };

    protected override void OnParametersSet()
    {
        var drawing = (View, Address, IsReading, LinkUri);
        _isDrawn = _drawnAs == drawing;
        if (_drawnAs.View != View || _drawnAs.Address?.Place.Leg != Place.Leg)
            _ofLeg = Place.Leg is { } leg ? View.OfLeg(leg) : null;
        if (_drawnAs.View != View)
            _recorded = ReadRecords();
        _drawnAs = drawing;
        _counts = new(StringComparer.Ordinal)
        {
            [SessionTabs.Events] = View.Rows.Count,
            [SessionTabs.Effects] = View.Session.Effects.Count,
        };
    }

    // While a session is read the page is notified of every answer, and what was read so far stays as it is.
    protected override bool ShouldRender() => !_isDrawn;

    /// <summary>The carrier's records complete the lanes, from when somebody has asked for them.</summary>
    private void TakeRecords(SessionAnalysis? analysis)
    {
        (_analysis, _isDrawn) = (analysis, false);
        _recorded = ReadRecords();
    }

    private IReadOnlyList<CarrierLeg> ReadRecords() => _analysis is null ? [] : CarrierLeg.Read(View.Session, _analysis.Records);

    private Task ShowTabAsync(string tab) => OnPlace.InvokeAsync(Place with { Tab = tab == SessionTabs.Events ? null : tab });

    private Task ShowAllLegsAsync() => OnPlace.InvokeAsync(Place with { Leg = null });

    private Task SelectMarkAsync(string fingerprint) => View.Find(fingerprint) is { } row ? OnSelect.InvokeAsync(row.Event) : Task.CompletedTask;

    private async Task RevealAsync(CallEvent record)
    {
        Privacy.Reveal(record);
        await Audit.RevealedAsync(Address.SessionId, []);
    }

    private async Task CloseAsync()
    {
        var closed = Selected;
        await OnSelect.InvokeAsync(null);
        if (closed is not null && _grid is not null)
            await _grid.FocusAsync(closed.Event.Fingerprint);
    }
}
