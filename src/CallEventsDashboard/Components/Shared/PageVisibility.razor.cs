using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

/// <summary>Says when the tab is hidden and when it is seen again, so that nothing is asked for a page that nobody looks at.</summary>
public sealed partial class PageVisibility : IAsyncDisposable
{
    private ComponentScript _script = null!;
    private DotNetObjectReference<PageVisibility>? _self;

    [Inject] public required IJSRuntime Js { get; init; }

    /// <summary>Given whether the tab is visible. Until it says otherwise, it is.</summary>
    [Parameter, EditorRequired] public required EventCallback<bool> OnChange { get; set; }

    [JSInvokable]
    public Task VisibilityChangedAsync(bool isVisible) => AnswerAsync(() => OnChange.InvokeAsync(isVisible));

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/Shared/PageVisibility.razor.js");

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _script.OpenAsync("watch", _self = DotNetObjectReference.Create(this)) : Task.CompletedTask;
}
