using CallEventsDashboard.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Events;

/// <summary>
/// A virtualized list of rows of one height. It never awaits in the provider, so that the framework has nothing to cancel and no failure to throw into
/// a render; whoever reads the rows learns which are in view.
/// </summary>
public abstract class RowGrid : GuardedComponent, IAsyncDisposable
{
    private protected ElementReference _scroller;
    private protected Virtualize<int>? _virtualize;
    private protected float _rowHeight;
    private ComponentScript _script = null!;
    private DotNetObjectReference<RowGrid>? _self;
    private protected int _lists;
    private int _drawnRows;
    private int _capacity = int.MaxValue;
    private readonly CancellationTokenSource _gone = new();

    [Inject] public required IJSRuntime Js { get; init; }

    /// <summary>Given how many rows this browser can scroll, whenever that changes.</summary>
    [Parameter] public EventCallback<int> OnCapacity { get; set; }

    /// <summary>The rows that there are to scroll.</summary>
    protected abstract int RowCount { get; }

    /// <summary>Whether the address says which row is to be in view.</summary>
    protected virtual bool HasPlace => false;

    /// <summary>The layout of the rows changed at the width of a phone, or the browser's zoom changed how far it can scroll.</summary>
    /// <param name="height">Of a row, in pixels.</param>
    /// <param name="capacity">The rows of that height that the browser can scroll.</param>
    [JSInvokable]
    public Task SetRowsAsync(double height, int capacity) => AnswerAsync(async () =>
    {
        _rowHeight = (float)height;
        _capacity = Math.Max(1, capacity);
        StateHasChanged();
        if (_virtualize is not null)
            await _virtualize.RefreshDataAsync();
        await OnCapacity.InvokeAsync(_capacity);
    });

    /// <summary>The row at the top of the view; null while the list stands at its very top, or is not drawn yet.</summary>
    public Task<TopRow?> TopRowAsync() => _script.CallAsync<TopRow?>("topRow", _scroller);

    /// <summary>Says where a row belongs, so that it stands there as soon as the next list is drawn, before anybody sees another.</summary>
    public Task HoldAsync(TopRow row) => _script.CallAsync("hold", _scroller, row);

    /// <summary>Draws a list that took the place of another.</summary>
    public async Task RefreshAsync()
    {
        if (_virtualize is not null)
            await _virtualize.RefreshDataAsync();
        _lists++;
        StateHasChanged();
        await _script.CallAsync("release", _scroller, _lists);
    }

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

    /// <summary>Told which rows are drawn, in view or just beside it.</summary>
    protected abstract void Want(int start, int count);

    /// <summary>Where the list has the row of a name; null where it has none.</summary>
    protected abstract Task<int?> FindAsync(string name, CancellationToken cancellationToken);

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/Events/EventGrid.razor.js");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await _script.OpenAsync("watch", _scroller, _self);
            await ReturnAsync(_gone.Token);
        }

        if (_virtualize is not null && _drawnRows != Rows)
        {
            _drawnRows = Rows;
            await _virtualize.RefreshDataAsync();
            StateHasChanged();
        }
    }

    private protected ValueTask<ItemsProviderResult<int>> Provide(ItemsProviderRequest request)
    {
        var rows = Rows;
        _drawnRows = rows;
        var start = Math.Clamp(request.StartIndex, 0, rows);
        var count = Math.Clamp(request.Count, 0, rows - start);
        Want(start, count);
        return ValueTask.FromResult(new ItemsProviderResult<int>(Enumerable.Range(start, count), rows));
    }

    /// <summary>Goes where the reader was, in a page that was lost and came back.</summary>
    private async Task ReturnAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _script.CallAsync<TopRow?>("takePlace") is { Name: { } name } place && !HasPlace && await FindAsync(name, cancellationToken) is { } index)
                await _script.CallAsync("restore", _scroller, index, place.Offset);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The list was left before its row was found.
        }
    }

    // Beyond a browser's greatest height rows would lie on top of each other.
    private int Rows => Math.Min(RowCount, _capacity);
}
