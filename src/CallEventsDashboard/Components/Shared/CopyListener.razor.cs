using CallEventsDashboard.Auditing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

/// <summary>Makes the copy buttons of a page work, and announces what they did. The layout has the one of the document.</summary>
public sealed partial class CopyListener : IAsyncDisposable
{
    private ComponentScript _script = null!;
    private DotNetObjectReference<CopyListener>? _self;

    [Inject] public required IJSRuntime JavaScript { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The browser has copied something; what it was, it does not say.</summary>
    /// <param name="what"><c>record</c>, <c>value</c> of a record, or <c>text</c>.</param>
    [JSInvokable]
    public Task CopiedAsync(string what) => AnswerAsync(() =>
        Audit.CopiedAsync(what, QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).TryGetValue("event", out var selected) ? selected.ToString() : null));

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(JavaScript, Work, "./Components/Shared/CopyListener.razor.js");
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.CallAsync("listen", _self) : Task.CompletedTask;
}
