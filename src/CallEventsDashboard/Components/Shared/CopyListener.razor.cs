using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

/// <summary>Makes the copy buttons of a page work, and announces what they did. The layout has the one of the document.</summary>
public sealed partial class CopyListener : IAsyncDisposable
{
    private ComponentScript _script = null!;

    [Inject] public required IJSRuntime JavaScript { get; init; }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnInitialized() => _script = new ComponentScript(JavaScript, Work, "./Components/Shared/CopyListener.razor.js");

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.CallAsync("listen") : Task.CompletedTask;
}
