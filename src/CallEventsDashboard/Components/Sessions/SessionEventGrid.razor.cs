using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>The virtualized list of a session's events. Its rows are all in memory; only those in view are drawn.</summary>
public sealed partial class SessionEventGrid
{
    private ComponentScript _follower = null!;
    private (string? Event, float RowHeight) _followed;
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
        _follower = new ComponentScript(Js, "./Components/Sessions/SessionEventGrid.razor.js");
    }

    protected override void Want(int start, int count)
    {
        // There is nothing to wait for: the rows are here.
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (_rowHeight == 0 || _followed == (Selected, _rowHeight))
            return;
        _followed = (Selected, _rowHeight);
        var isOpening = !_hasFollowed;
        _hasFollowed = true;
        if (View.Find(Selected) is not { } row)
            return;
        await _follower.CallAsync("follow", _scroller, row.Index, isOpening);
    }
}
