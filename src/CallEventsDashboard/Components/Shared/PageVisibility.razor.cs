using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

/// <summary>Says when the tab is hidden and when it is seen again, so that nothing is asked for a page that nobody looks at.</summary>
public sealed partial class PageVisibility : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;
    private DotNetObjectReference<PageVisibility>? _self;

    [Inject] public required IJSRuntime Js { get; init; }

    /// <summary>Given whether the tab is visible. Until it says otherwise, it is.</summary>
    [Parameter, EditorRequired] public required EventCallback<bool> OnChange { get; set; }

    [JSInvokable]
    public Task VisibilityChangedAsync(bool isVisible) => OnChange.InvokeAsync(isVisible);

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
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Shared/PageVisibility.razor.js");
        _watch = await _module.InvokeAsync<IJSObjectReference>("watch", _self);
    }
}
