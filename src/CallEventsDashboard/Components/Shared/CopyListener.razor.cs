using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

/// <summary>Makes the copy buttons of a page work, and says aloud what they did. One listener serves the whole document, however many of these there are.</summary>
public sealed partial class CopyListener : IAsyncDisposable
{
    private IJSObjectReference? _module;

    [Inject] public required IJSRuntime JavaScript { get; init; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its module with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _module = await JavaScript.InvokeAsync<IJSObjectReference>("import", "./Components/Shared/CopyListener.razor.js");
            await _module.InvokeVoidAsync("listen");
        }
        catch (JSDisconnectedException)
        {
            // The page closed while it was being drawn.
        }
    }
}
