using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>The lanes of one session. The session travels to the browser when it changes; a selection travels either way.</summary>
public sealed partial class SessionTimeline : IAsyncDisposable
{
    /// <summary>Choices made here that have not come back as the selection yet: they must not be taken for choices made elsewhere.</summary>
    private readonly List<string> _chosen = [];
    private readonly Dictionary<string, Mark> _marks = new(StringComparer.Ordinal);
    private ElementReference _root;
    private ComponentScript _script = null!;
    private bool _isOpen;
    private DotNetObjectReference<SessionTimeline>? _self;
    private CallSession? _read;
    private CallSession? _shown;
    private InstantFormat? _shownIn;
    private string? _given;
    private string? _selected;
    private string? _selectedInBrowser;
    private string? _scaleInBrowser;
    private string? _onlyInBrowser;
    private bool _isOnlyOnItsWay;
    private ShownLanes _lanes = new();
    private IReadOnlyList<DrawnLane> _lanesInBrowser = [];
    private int? _firstNewLane;
    private (IReadOnlyList<CarrierLeg> Legs, InstantFormat? Instants) _recordedAs = ([], null);
    private IReadOnlyList<RecordedBar> _recorded = [];
    private bool _isRecordedAnew;
    private string _day = "";

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required CallSession Session { get; set; }

    /// <summary>The fingerprint of the selected event; of a webhook, that of any attempt.</summary>
    [Parameter] public string? Selected { get; set; }

    [Parameter] public EventCallback<string> SelectedChanged { get; set; }

    /// <summary>What of the session is looked at: here its scale, leg and marks count.</summary>
    [Parameter] public SessionPlace Place { get; set; } = SessionPlace.Default;

    /// <summary>Given what is looked at now.</summary>
    [Parameter] public EventCallback<SessionPlace> PlaceChanged { get; set; }

    /// <summary>The legs as the carrier's records have them; empty until somebody has asked for them.</summary>
    [Parameter] public IReadOnlyList<CarrierLeg> Recorded { get; set; } = [];

    private string Counts =>
        $"{CountText.Format(Session.Legs.Count, "leg")}{(_lanes.Hidden > 0 ? $", {CountText.Format(Session.Legs.Count - _lanes.Hidden)} drawn" : "")} · {CountText.Format(Session.EventCount, "event")}";

    /// <summary>A mark was chosen in the browser.</summary>
    [JSInvokable]
    public Task ChooseAsync(string fingerprint) => AnswerAsync(() =>
    {
        if (!_marks.TryGetValue(fingerprint, out var mark))
            return Task.CompletedTask;
        if (_lanes.Reveal(Session, mark))
            StateHasChanged();
        _selected = _selectedInBrowser = fingerprint;
        _chosen.Add(fingerprint);
        return SelectedChanged.InvokeAsync(fingerprint);
    });

    /// <summary>The key facts of an event, for the browser to show beside its mark.</summary>
    [JSInvokable]
    public Task<string?> DescribeAsync(string fingerprint) =>
        AnswerAsync(() => Task.FromResult(_marks.TryGetValue(fingerprint, out var mark) ? FactsOf(mark) : null));

    /// <summary>A scale was chosen in the browser, which has drawn it already.</summary>
    [JSInvokable]
    public Task ScaleAsync(string scale) => AnswerAsync(() =>
    {
        _scaleInBrowser = scale is "true" ? scale : "compressed";
        return PlaceChanged.InvokeAsync(Place with { Scale = _scaleInBrowser });
    });

    /// <summary>The marks to show were chosen in the browser, which has drawn them already.</summary>
    /// <param name="marks">Some of <see cref="SessionPlace.Marks"/>; none for all.</param>
    [JSInvokable]
    public Task ShowOnlyAsync(string[] marks) => AnswerAsync(() =>
    {
        (_onlyInBrowser, _isOnlyOnItsWay) = (SessionPlace.FormatOnly(marks), true);
        return PlaceChanged.InvokeAsync(Place with { Only = _onlyInBrowser });
    });

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(Js, Work, "./Components/Sessions/Timeline/SessionTimeline.razor.js");
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_recordedAs.Legs, Recorded) || _recordedAs.Instants != Instants)
        {
            // The first time there is nothing to draw anew.
            _isRecordedAnew = Recorded.Count + _recorded.Count > 0;
            _recordedAs = (Recorded, Instants);
            _recorded = RecordedBar.Create(Session, Recorded, Instants);
        }

        var isRead = ReferenceEquals(_read, Session);
        if (!isRead)
            Read(Session);
        if (isRead && Selected == _given)
            return;
        var isGivenAgain = Selected == _given;
        _given = Selected;
        var mark = Selected is null ? null : _marks.GetValueOrDefault(Selected);
        if (mark is not null)
            _lanes.Reveal(Session, mark);
        var selected = mark?.Fingerprint;
        // Answers come in the order of the choices: what was chosen before is overtaken, what was chosen since is still on its way.
        var answered = selected is null ? -1 : _chosen.IndexOf(selected);
        if (answered >= 0)
            _chosen.RemoveRange(0, answered + 1);
        else if (!isGivenAgain)
            _chosen.Clear();
        if (_chosen.Count == 0)
            _selected = selected;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            (_scaleInBrowser, _onlyInBrowser) = (Place.Scale, Place.Only);
            await _script.OpenAsync("open", _root, _self, Place.Scale, Place.Only);
            _isOpen = true;
        }

        if (!_isOpen)
            return;
        if (!ReferenceEquals(_shown, Session) || _shownIn != Instants || _isRecordedAnew)
        {
            _isRecordedAnew = false;
            (_shown, _shownIn, _lanesInBrowser) = (Session, Instants, _lanes.Lanes);
            var pack = TimelinePack.Create(Session, Instants, _recorded);
            await _script.CallOpenedAsync("show", pack.Head, pack.Numbers);
        }
        else if (!ReferenceEquals(_lanesInBrowser, _lanes.Lanes))
        {
            (_lanesInBrowser, var first) = (_lanes.Lanes, _firstNewLane);
            _firstNewLane = null;
            await _script.CallOpenedAsync("useLanes", first);
        }

        if (Place.Scale is { } scale && _scaleInBrowser != scale)
        {
            _scaleInBrowser = scale;
            await _script.CallOpenedAsync("useScale", scale);
        }

        // The address follows a choice a moment later, and the one before it may come first.
        _isOnlyOnItsWay &= _onlyInBrowser != Place.Only;
        if (_onlyInBrowser != Place.Only && !_isOnlyOnItsWay)
        {
            _onlyInBrowser = Place.Only;
            await _script.CallOpenedAsync("showOnly", Place.Only);
        }

        if (_selectedInBrowser != _selected)
        {
            _selectedInBrowser = _selected;
            await _script.CallOpenedAsync("select", _selected);
        }
    }

    private static string? FactsOf(Mark mark)
    {
        string?[] facts = [DetailsText.Format(mark.Event), mark.Attempts.Count > 1 ? AttemptText.Chain(mark.Attempts) : null];
        return string.Join(" · ", facts.Where(fact => fact is { Length: > 0 }));
    }

    private Task ChooseLegAsync(string? leg) => PlaceChanged.InvokeAsync(Place with { Leg = leg?.ToLowerInvariant() });

    private void ShowMore() => _firstNewLane = _lanes.ShowMore(Session);

    private void Read(CallSession session)
    {
        if (_read?.SessionId != session.SessionId)
            _lanes = new ShownLanes();
        _read = session;
        _marks.Clear();
        foreach (var mark in session.Marks)
        {
            foreach (var attempt in mark.Attempts)
                _marks.TryAdd(attempt.Fingerprint, mark);
        }

        _lanes.Read(session);
        _day = session.Start is { } start ? Instants.Date(start) : "";
    }
}
