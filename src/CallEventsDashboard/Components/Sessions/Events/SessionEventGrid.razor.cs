using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Sessions.Events;

/// <summary>The virtualized list of a session's events. Its rows are all in memory; only those in view are drawn.</summary>
public sealed partial class SessionEventGrid
{
    private ComponentScript _follower = null!;
    private (string? Event, int? Index, float RowHeight) _followed;
    private bool _hasFollowed;
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);
    private SessionLines _lines = null!;
    private SessionView? _read;
    private string? _shown;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    /// <summary>The fingerprint of the selected event.</summary>
    [Parameter] public string? Selected { get; set; }

    [Parameter] public EventCallback<CallEvent> OnSelect { get; set; }

    protected override int RowCount => _lines.Lines.Count;

    /// <summary>Scrolls a row into view and puts the focus on it.</summary>
    public Task FocusAsync(string fingerprint) => IndexOf(fingerprint) is { } index ? RevealAsync(index, focus: true) : Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await _follower.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _follower = new ComponentScript(Js, Work, "./Components/Sessions/Events/SessionEventGrid.razor.js");
    }

    protected override Task<int?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(IndexOf(name));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_read, View) && _shown == Selected)
            return;
        (_read, var before, _shown) = (View, _shown, Selected);
        // An attempt that is selected has a row of its own, wherever it was selected.
        if (before != Selected && View.Find(Selected) is { } row && row.Mark.Attempts is [var first, _, ..] && !ReferenceEquals(first, row.Event))
            _opened.Add(first.Fingerprint);
        _lines = new SessionLines(View, _opened);
    }

    private string Counted => $"{CountText.Format(_lines.Events)} events, as Telnyx counts them, in {CountText.Format(_lines.Lines.Count)} rows";

    private GridColumns<SessionEventRow> Columns => IsOfDays ? SessionEventRow.ColumnsWithDay : SessionEventRow.AllColumns;

    private bool IsOfDays => View.Session is { Start: { } start, LastSeen: { } last } && !Instants.IsSameDay(start, last);

    private bool IsAllOpen => _lines.Lines.All(line => line.IsOpen || line.Attempts.Count == 0);

    private int? IndexOf(string? fingerprint) => View.Find(fingerprint) is { } row ? _lines.Find(row.Event.Fingerprint)?.Index : null;

    private void Toggle(SessionLine line)
    {
        var first = line.Attempts[0].Fingerprint;
        if (!_opened.Remove(first))
            _opened.Add(first);
        _lines = new SessionLines(View, _opened);
    }

    private void ToggleAll()
    {
        var opened = IsAllOpen ? [] : _lines.Lines.Where(line => line.IsGroup).Select(line => line.Row.Event.Fingerprint).ToList();
        _opened.Clear();
        _opened.UnionWith(opened);
        _lines = new SessionLines(View, _opened);
    }

    protected override object? Source => null;

    protected override void Want(int start, int count)
    {
        // There is nothing to wait for: the rows are here.
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        var index = IndexOf(Selected);
        if (_rowHeight == 0 || _followed == (Selected, index, _rowHeight))
            return;
        var isMoved = (_followed.Event, _followed.RowHeight) == (Selected, _rowHeight) && _followed.Index is not null;
        _followed = (Selected, index, _rowHeight);
        var isOpening = !_hasFollowed;
        // The event of a link may be among those that are still to be read.
        _hasFollowed |= index is not null || View.Session.Extent is SessionExtent.Whole;
        if (index is not { } row)
            return;
        if (isMoved)
            await _follower.CallAsync("move", row);
        else
            await _follower.CallAsync("follow", _scroller, row, isOpening);
    }
}
