using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Sessions.Content;

public sealed partial class SessionCopyMenu : IAsyncDisposable
{
    private ElementReference _menu;
    private ComponentScript _script = null!;
    private DotNetObjectReference<SessionCopyMenu>? _self;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>The names of connections, as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    /// <summary>Gives the session as it is while it is masked.</summary>
    [Parameter, EditorRequired] public required Func<CallSession> Masked { get; set; }

    /// <summary>Whether the page is masked: then no text has more than it.</summary>
    [Parameter] public bool IsMasked { get; set; }

    /// <summary>Whether the ladder is drawn on the page, so that the browser can copy it.</summary>
    [Parameter] public bool HasDrawing { get; set; }

    [Parameter] public EventCallback OnShowLadder { get; set; }

    /// <summary>Makes a text for the browser to copy.</summary>
    /// <param name="form"><c>text</c>, <c>masked</c> or <c>mermaid</c>.</param>
    /// <returns>Null after an error: there is nothing to copy.</returns>
    [JSInvokable]
    public Task<string?> MakeAsync(string form) => AnswerAsync(async () =>
    {
        await Audit.ExportedAsync(View.Session.SessionId, []);
        return form switch
        {
            "mermaid" => MermaidLadder.Write(Ladder.Create(View.Session)),
            // A masked text has no name that the page shows in the clear.
            "masked" => SessionReport.Text(Masked(), Instants, IsMasked ? NameOf : null),
            _ => SessionReport.Text(IsMasked ? Masked() : View.Session, Instants, NameOf),
        };
    });

    /// <summary>The browser copies the drawing that it has.</summary>
    [JSInvokable]
    public Task DrawnAsync() => AnswerAsync(() => Audit.ExportedAsync(View.Session.SessionId, []));

    private string? NameOf(string id) => Names?.Known(id)?.Name;

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(Js, Work, "./Components/Sessions/Content/SessionCopyMenu.razor.js");
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.OpenAsync("watch", _menu, _self) : Task.CompletedTask;
}
