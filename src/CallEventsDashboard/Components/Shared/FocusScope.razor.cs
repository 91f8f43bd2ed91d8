using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

/// <summary>
/// The content of a panel that keeps the focus. It begins at the first control, unless the reader was faster: the focus comes a round trip after the panel,
/// and one that moved then would send what is being typed into another field.
/// </summary>
public sealed partial class FocusScope : IAsyncDisposable
{
    private ComponentScript _script = null!;
    private ElementReference _content;

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/Shared/FocusScope.razor.js");

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _script.CallAsync("focusFirst", _content) : Task.CompletedTask;
}
