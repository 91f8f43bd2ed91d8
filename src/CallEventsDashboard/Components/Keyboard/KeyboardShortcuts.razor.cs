using CallEventsDashboard.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Keyboard;

/// <summary>The keys of the pages, and the dialog that lists them. What a key does happens in the browser.</summary>
public sealed partial class KeyboardShortcuts : IAsyncDisposable
{
    private ComponentScript _script = null!;
    private ElementReference _dialog;
    private ElementReference _status;

    [Inject] public required IJSRuntime Js { get; init; }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/Keyboard/KeyboardShortcuts.razor.js");

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.OpenAsync("listen", _dialog, _status) : Task.CompletedTask;
}
