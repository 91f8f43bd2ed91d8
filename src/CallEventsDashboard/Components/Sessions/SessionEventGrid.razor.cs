using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>The virtualized list of a session's events. Its rows are all in memory; only those in view are drawn.</summary>
public sealed partial class SessionEventGrid : IAsyncDisposable
{
    private ElementReference _scroller;
    private Virtualize<SessionRecord>? _virtualize;
    private IJSObjectReference? _rows;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;
    private DotNetObjectReference<SessionEventGrid>? _self;
    private float _rowHeight;
    private SessionView? _drawn;
    private string? _revealed;
    private bool _hasFollowed;

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    /// <summary>The fingerprint of the selected event.</summary>
    [Parameter] public string? Selected { get; set; }

    [Parameter] public EventCallback<CallEvent> OnSelect { get; set; }

    /// <summary>The layout of the rows changed at the width of a phone.</summary>
    /// <param name="height">Of a row, in pixels.</param>
    /// <param name="capacity">The rows that the browser can scroll: more than a session has.</param>
    [JSInvokable]
    public async Task SetRowsAsync(double height, int capacity)
    {
        _rowHeight = (float)height;
        StateHasChanged();
        if (_virtualize is not null)
            await _virtualize.RefreshDataAsync();
        _revealed = null;
        StateHasChanged();
    }

    /// <summary>Scrolls a row into view and puts the focus on it.</summary>
    public async Task FocusAsync(string fingerprint)
    {
        if (_rows is not null && View.Find(fingerprint) is { } row)
            await _rows.InvokeVoidAsync("reveal", _scroller, row.Index, true);
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

            foreach (var module in new[] { _rows, _module })
            {
                if (module is not null)
                    await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its modules with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _rows = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Events/EventGrid.razor.js");
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Sessions/SessionEventGrid.razor.js");
            _watch = await _rows.InvokeAsync<IJSObjectReference>("watch", _scroller, _self);
        }

        if (_virtualize is not null && !ReferenceEquals(_drawn, View))
        {
            _drawn = View;
            await _virtualize.RefreshDataAsync();
            StateHasChanged();
        }

        if (_rowHeight > 0 && _module is not null && Selected != _revealed)
        {
            _revealed = Selected;
            if (View.Find(Selected) is { } row)
                await _module.InvokeVoidAsync("follow", _scroller, row.Index, !_hasFollowed);
            _hasFollowed = true;
        }
    }

    private ValueTask<ItemsProviderResult<SessionRecord>> Provide(ItemsProviderRequest request)
    {
        var rows = View.Rows;
        var start = Math.Clamp(request.StartIndex, 0, rows.Count);
        var count = Math.Clamp(request.Count, 0, rows.Count - start);
        return ValueTask.FromResult(new ItemsProviderResult<SessionRecord>(rows.Skip(start).Take(count), rows.Count));
    }
}
