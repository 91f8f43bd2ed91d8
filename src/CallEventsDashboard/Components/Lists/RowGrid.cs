using CallEventsDashboard.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Lists;

/// <summary>
/// A list of rows of one height, of which those in view and some beside them are drawn; whoever reads the rows learns which.
/// </summary>
public abstract class RowGrid : GuardedComponent, IAsyncDisposable
{
    private protected ElementReference _scroller;
    private protected float _rowHeight;
    private ComponentScript _script = null!;
    private DotNetObjectReference<RowGrid>? _self;
    private protected int _lists;
    private int _start;
    private int _most = MostRows;
    private (object? Source, int Rows, int Start, int End) _wanted = (null, -1, 0, 0);
    private int _capacity = int.MaxValue;
    private bool _isReading;
    private readonly CancellationTokenSource _gone = new();
    private CancellationToken _leaving;

    // More than a screen of any height has room for.
    private const int MostRows = 400;

    [Inject] public required IJSRuntime Js { get; init; }

    /// <summary>Given what the browser says of its view of the list, whenever that changes.</summary>
    [Parameter] public EventCallback<GridViewport> OnViewport { get; set; }

    /// <summary>The rows that there are to scroll.</summary>
    protected abstract int RowCount { get; }

    /// <summary>The layout of the rows changed at the width of a phone, or the browser's zoom changed how far it can scroll.</summary>
    /// <param name="height">Of a row, in pixels.</param>
    /// <param name="capacity">The rows of that height that the browser can scroll.</param>
    [JSInvokable]
    public Task SetRowsAsync(double height, int capacity) => AnswerAsync(async () =>
    {
        _rowHeight = (float)height;
        _capacity = Math.Max(1, capacity);
        StateHasChanged();
        await OnViewport.InvokeAsync(Viewport);
    });

    /// <summary>The reader began to look at something in a live list, so that nothing is to move, or is at its newest end again.</summary>
    [JSInvokable]
    public Task SetReadingAsync(bool isReading) => AnswerAsync(async () =>
    {
        _isReading = isReading;
        await OnViewport.InvokeAsync(Viewport);
    });

    /// <summary>The view moved.</summary>
    /// <param name="start">The first row to draw.</param>
    /// <param name="count">How many to draw.</param>
    [JSInvokable]
    public Task ShowRowsAsync(int start, int count) => AnswerAsync(() =>
    {
        (_start, _most) = (Math.Max(0, start), Math.Clamp(count, 1, MostRows));
        WantRows();
        StateHasChanged();
        return Task.CompletedTask;
    });

    /// <summary>The row at the top of the view; null while the list is at its very top, or is not drawn yet.</summary>
    public Task<ScrollPosition?> TopRowAsync() => _script.CallAsync<ScrollPosition?>("topRow", _scroller);

    /// <summary>Says where a row belongs, so that it is there as soon as the next list is drawn, before anybody sees another.</summary>
    public Task KeepInPlaceAsync(ScrollPosition row) => _script.CallAsync("hold", _scroller, row);

    /// <summary>Draws a list that took the place of another.</summary>
    public async Task RefreshAsync()
    {
        _lists++;
        _wanted = (null, -1, 0, 0);
        WantRows();
        StateHasChanged();
        await _script.CallAsync("release", _scroller, _lists);
    }

    /// <summary>Goes to the top of the list, and looks at nothing in it any more.</summary>
    public Task GoToTopAsync() => _script.CallAsync("goToTop", _scroller);

    /// <summary>Scrolls a row into view, unless it is in view, and may put the focus on it.</summary>
    public Task RevealAsync(int index, bool focus = false) => _script.CallAsync("reveal", _scroller, index, focus);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _gone.CancelAsync();
        _gone.Dispose();
        _self?.Dispose();
        await _script.DisposeAsync();
    }

    /// <summary>What the rows are read from: another one has to be given the rows in view again, though they have the same indices. Null where there is nothing to give.</summary>
    protected abstract object? Source { get; }

    /// <summary>Called with the rows that are drawn, in view or just beside it.</summary>
    protected abstract void Want(int start, int count);

    /// <summary>Where the list has the row of a name; null where it has none.</summary>
    protected abstract Task<int?> FindAsync(string name, CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        // Taken at once: a list that fails to open is gone before its script has come, and what is disposed gives no token.
        _leaving = _gone.Token;
        _script = new ComponentScript(Js, Work, "./Components/Lists/RowGrid.js");
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await _script.OpenAsync("watch", _scroller, _self);
            await ReturnAsync(_leaving);
        }

        WantRows();
    }

    private GridViewport Viewport => new(_capacity, _isReading);

    private void WantRows()
    {
        var wanted = (Source, Rows, Start, End);
        if (_rowHeight == 0 || Rows == 0 || _wanted == wanted)
            return;
        _wanted = wanted;
        Want(Start, End - Start);
    }

    /// <summary>Goes where the reader was, in a list that they come back to. It begins at the index where their row was; where the row is now is found here.</summary>
    private async Task ReturnAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _script.CallAsync<ScrollPosition?>("takePlace") is { Name: { } name } place)
                await _script.CallAsync("restore", _scroller, await FindAsync(name, cancellationToken), place.Offset);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The list was left before its row was found.
        }
    }

    // Beyond a browser's greatest height rows would lie on top of each other.
    private protected int Rows => Math.Min(RowCount, _capacity);

    // A list that became shorter shows its end.
    private protected int Start => Math.Max(0, Math.Min(_start, Rows - _most));

    private protected int End => Math.Min(Rows, Start + _most);
}
