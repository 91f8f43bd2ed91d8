using System.Globalization;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>The lanes of one session. The session travels to the browser when it changes; a selection travels either way.</summary>
public sealed partial class SessionTimeline : IAsyncDisposable
{
    /// <summary>What was chosen here and has not come back as the selection yet: it must not be taken for a choice made elsewhere.</summary>
    private readonly List<string> _chosen = [];
    private readonly Dictionary<string, string> _marks = new(StringComparer.Ordinal);
    private ElementReference _root;
    private ComponentScript _script = null!;
    private bool _isOpen;
    private DotNetObjectReference<SessionTimeline>? _self;
    private CallSession? _read;
    private CallSession? _shown;
    private string? _given;
    private string? _selected;
    private string? _selectedInBrowser;
    private IReadOnlyList<(Leg Leg, int Index, int Height)> _lanes = [];
    private string _counts = "";
    private string _day = "";

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required CallSession Session { get; set; }

    /// <summary>The fingerprint of the selected event; of a webhook, that of any attempt.</summary>
    [Parameter] public string? Selected { get; set; }

    [Parameter] public EventCallback<string> SelectedChanged { get; set; }

    /// <summary>A mark was chosen in the browser.</summary>
    [JSInvokable]
    public Task ChooseAsync(string fingerprint)
    {
        if (!_marks.ContainsKey(fingerprint))
            return Task.CompletedTask;
        _selected = _selectedInBrowser = fingerprint;
        _chosen.Add(fingerprint);
        return SelectedChanged.InvokeAsync(fingerprint);
    }

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(Js, "./Components/Sessions/Timeline/SessionTimeline.razor.js");
    }

    protected override void OnParametersSet()
    {
        var isRead = ReferenceEquals(_read, Session);
        if (!isRead)
            Read(Session);
        if (isRead && Selected == _given)
            return;
        var isGivenAgain = Selected == _given;
        _given = Selected;
        var selected = Selected is null ? null : _marks.GetValueOrDefault(Selected);
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
            await _script.OpenAsync("open", _root, _self);
            _isOpen = true;
        }

        if (!_isOpen)
            return;
        if (!ReferenceEquals(_shown, Session))
        {
            _shown = Session;
            var pack = TimelinePack.Of(Session);
            await _script.CallOpenedAsync("show", pack.Head, pack.Numbers);
        }

        if (_selectedInBrowser != _selected)
        {
            _selectedInBrowser = _selected;
            await _script.CallOpenedAsync("select", _selected);
        }
    }

    private void Read(CallSession session)
    {
        _read = session;
        _marks.Clear();
        foreach (var mark in session.Marks)
        {
            foreach (var attempt in mark.Attempts)
                _marks.TryAdd(attempt.Fingerprint, mark.Fingerprint);
        }

        _lanes = [.. session.Lanes.Select((leg, index) => (leg, index, LaneRows.Of(leg).Height))];
        _counts = $"{Count(session.Legs.Count, "leg")} · {Count(session.EventCount, "event")}";
        _day = session.Start is { } start ? start.UtcDateTime.ToString("MMM d, yyyy", CultureInfo.InvariantCulture) : "";
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
