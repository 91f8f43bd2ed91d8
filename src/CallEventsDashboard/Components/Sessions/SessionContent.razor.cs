using CallEventsDashboard.Auditing;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Sessions;

public sealed partial class SessionContent
{
    private const int MostLinks = 10;

    private (SessionView? View, SessionAddress? Address, string? Tab, SessionRecord? Selected, bool IsMissing, bool IsReading, string? LinkUri) _drawnAs;
    private bool _isDrawn;
    private Dictionary<string, int> _counts = [];
    private SessionView? _ofLeg;
    private SessionEventGrid? _grid;

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required SessionAddress Address { get; set; }

    /// <summary>The clock of the service that the session was read from.</summary>
    [Parameter] public ServiceClock? Clock { get; set; }

    /// <summary>Whether more of the session is on its way.</summary>
    [Parameter] public bool IsReading { get; set; }

    /// <summary>The id of the tab that is open.</summary>
    [Parameter, EditorRequired] public required string Tab { get; set; }

    [Parameter] public EventCallback<string> TabChanged { get; set; }

    /// <summary>Given the scale of the timeline that a person chose.</summary>
    [Parameter] public EventCallback<string> ScaleChanged { get; set; }

    /// <summary>Given the id of the only leg whose events are to be listed; null for all legs.</summary>
    [Parameter] public EventCallback<string?> LegChanged { get; set; }

    [Parameter] public SessionRecord? Selected { get; set; }

    /// <summary>Whether the address names an event that the session does not have.</summary>
    [Parameter] public bool IsMissing { get; set; }

    /// <summary>The absolute link to the selected event.</summary>
    [Parameter] public string? LinkUri { get; set; }

    [Parameter] public EventCallback<CallEvent> OnSelect { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The reader wants a list.</summary>
    [Parameter] public EventCallback<CallEventQuery> OnQuery { get; set; }

    protected override void OnParametersSet()
    {
        var drawing = (View, Address, Tab, Selected, IsMissing, IsReading, LinkUri);
        _isDrawn = _drawnAs == drawing;
        if (_drawnAs.View != View || _drawnAs.Address?.Place.Leg != Address.Place.Leg)
            _ofLeg = Address.Place.Leg is { } leg ? View.OfLeg(leg) : null;
        _drawnAs = drawing;
        _counts = new(StringComparer.Ordinal)
        {
            [SessionTabs.Events] = View.Rows.Count,
            [SessionTabs.Effects] = View.Session.Effects.Count,
        };
    }

    // While a session is read the page is notified of every answer, and what was read so far stays as it is.
    protected override bool ShouldRender() => !_isDrawn;

    private Task SelectMarkAsync(string fingerprint) => View.Find(fingerprint) is { } row ? OnSelect.InvokeAsync(row.Event) : Task.CompletedTask;

    private async Task RevealAsync(CallEvent record)
    {
        Privacy.Reveal(record);
        await Audit.RevealedAsync(Address.SessionId, []);
    }

    private async Task CloseAsync()
    {
        var closed = Selected;
        await OnClose.InvokeAsync();
        if (closed is not null && _grid is not null)
            await _grid.FocusAsync(closed.Event.Fingerprint);
    }
}
