using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>The virtualized list of a session's events. Its rows are all in memory; only those in view are drawn.</summary>
public sealed partial class SessionEventGrid
{
    private ComponentScript _follower = null!;
    private (string? Event, int? Index, float RowHeight) _followed;
    private bool _hasFollowed;

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    /// <summary>The fingerprint of the selected event.</summary>
    [Parameter] public string? Selected { get; set; }

    [Parameter] public EventCallback<CallEvent> OnSelect { get; set; }

    protected override int RowCount => View.Rows.Count;

    /// <summary>Scrolls a row into view and puts the focus on it.</summary>
    public Task FocusAsync(string fingerprint) => View.Find(fingerprint) is { } row ? RevealAsync(row.Index, focus: true) : Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await _follower.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _follower = new ComponentScript(Js, Work, "./Components/Sessions/SessionEventGrid.razor.js");
    }

    protected override Task<int?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(View.Find(name)?.Index);

    protected override object? Source => null;

    protected override void Want(int start, int count)
    {
        // There is nothing to wait for: the rows are here.
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        var index = View.Find(Selected)?.Index;
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
