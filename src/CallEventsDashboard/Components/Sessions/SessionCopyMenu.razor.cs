using CallEventsDashboard.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Sessions;

public sealed partial class SessionCopyMenu : IAsyncDisposable
{
    private ElementReference _menu;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;
    private DotNetObjectReference<SessionCopyMenu>? _self;

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    /// <summary>Whether numbers are masked on the page: then no text has them either.</summary>
    [Parameter] public bool IsMasked { get; set; }

    /// <summary>Whether the ladder is drawn on the page, so that the browser can copy it.</summary>
    [Parameter] public bool HasDrawing { get; set; }

    [Parameter] public EventCallback OnShowLadder { get; set; }

    /// <summary>Makes a text for the browser to copy.</summary>
    /// <param name="form"><c>text</c>, <c>masked</c> or <c>mermaid</c>.</param>
    [JSInvokable]
    public string Make(string form) => form switch
    {
        "mermaid" => MermaidLadder.Write(Ladder.Of(View.Session)),
        "masked" => SessionReport.Text(View.Session, masked: true),
        _ => SessionReport.Text(View.Session, IsMasked),
    };

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
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Sessions/SessionCopyMenu.razor.js");
        _watch = await _module.InvokeAsync<IJSObjectReference>("watch", _menu, _self);
    }
}
