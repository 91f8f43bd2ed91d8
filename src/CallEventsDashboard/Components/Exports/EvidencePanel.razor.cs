using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Exports;

public sealed partial class EvidencePanel : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ComponentScript _script = null!;
    private SessionEvidence _evidence = null!;
    private (string Name, int Bytes, string Ticket)? _saved;
    private ElementReference _link;
    private bool _isBusy;
    private bool _isTooLarge;
    private bool _isToDownload;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject] public required TabExports Exports { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    /// <summary>Gives the session as it is now, as it may be seen.</summary>
    [Parameter, EditorRequired] public required Func<SessionEvidence> Make { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    private static string MostBytes => ExportText.Size(SessionEvidence.MaxBytes);

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        await _script.DisposeAsync();
    }

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/Exports/ExportPanel.razor.js");

    protected override void OnParametersSet() => _evidence = Make();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isToDownload)
            return;
        _isToDownload = false;
        await _script.CallAsync("save", _link);
    }

    private async Task SaveAsync()
    {
        _isBusy = true;
        try
        {
            _evidence = Make();
            var bytes = EvidenceWriter.Write(_evidence);
            _isTooLarge = bytes.Length > SessionEvidence.MaxBytes;
            if (_isTooLarge || await Exports.SaveAsync(_evidence.FileName, SessionEvidence.ContentType, bytes, _gone.Token) is not { } ticket)
                return;
            await Audit.ExportedAsync(_evidence.SessionId, []);
            (_saved, _isToDownload) = ((_evidence.FileName, bytes.Length, ticket), true);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The panel was closed meanwhile.
        }
        finally
        {
            _isBusy = false;
        }
    }

    private Task HandleKeyAsync(KeyboardEventArgs e) => e.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
