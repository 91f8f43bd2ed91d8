using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Events;

/// <summary>
/// The virtualized list. It never awaits in the provider, so that the framework has nothing to cancel and no failure to throw into a render;
/// the feed learns which rows are in view and says when they have come.
/// </summary>
public sealed partial class EventGrid : IAsyncDisposable
{
    private ElementReference _scroller;
    private Virtualize<int>? _virtualize;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;
    private DotNetObjectReference<EventGrid>? _self;
    private float _rowHeight;
    private int _drawnRows;

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    /// <summary>The fingerprint of the selected event.</summary>
    [Parameter] public string? Selected { get; set; }

    /// <summary>Whether a pane stands beside the list, so that the last columns give way.</summary>
    [Parameter] public bool IsNarrowed { get; set; }

    [Parameter] public EventCallback<CallEvent> OnOpen { get; set; }

    /// <summary>The layout of the rows changed at the width of a phone.</summary>
    [JSInvokable]
    public async Task SetRowHeightAsync(double height)
    {
        _rowHeight = (float)height;
        StateHasChanged();
        if (_virtualize is not null)
            await _virtualize.RefreshDataAsync();
    }

    /// <summary>Scrolls a row into view, unless it is in view, and may put the focus on it.</summary>
    public async Task RevealAsync(int index, bool focus = false)
    {
        if (_module is not null)
            await _module.InvokeVoidAsync("reveal", _scroller, index, focus);
    }

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_watch is not null)
            {
                await _watch.InvokeVoidAsync("stop");
                await _watch.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its module with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Events/EventGrid.razor.js");
            _watch = await _module.InvokeAsync<IJSObjectReference>("watch", _scroller, _self);
        }

        if (_virtualize is not null && _drawnRows != Status.RowCount)
        {
            _drawnRows = Status.RowCount;
            await _virtualize.RefreshDataAsync();
            StateHasChanged();
        }
    }

    private ValueTask<ItemsProviderResult<int>> Provide(ItemsProviderRequest request)
    {
        var rows = Status.RowCount;
        _drawnRows = rows;
        var start = Math.Clamp(request.StartIndex, 0, rows);
        var count = Math.Clamp(request.Count, 0, rows - start);
        Feed.Want(start, count);
        return ValueTask.FromResult(new ItemsProviderResult<int>(Enumerable.Range(start, count), rows));
    }
}
