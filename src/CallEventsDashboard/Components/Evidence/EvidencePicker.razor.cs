using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Evidence;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Evidence;

public sealed partial class EvidencePicker : IDisposable
{
    private const int StepsShown = 20;

    // A large file takes some hundred MB while it is read: those of all people wait for each other.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private readonly CancellationTokenSource _gone = new();
    private EvidenceFault? _fault;
    private int? _share;
    private int _choice;
    private ElementReference _alert;
    private bool _isRefusedNow;

    /// <summary>Given what a file keeps that can be shown.</summary>
    [Parameter] public EventCallback<SessionEvidence> OnOpened { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    // The field that had the focus is gone.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isRefusedNow)
            return;
        _isRefusedNow = false;
        await _alert.TryFocusAsync();
    }

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.FileCount != 1)
            return;
        (_fault, _share) = (null, 0);
        var token = _gone.Token;
        var reading = await ReadAsync(chosen.File, token);
        if (token.IsCancellationRequested)
            return;
        _choice++;
        (_fault, _share, _isRefusedNow) = (reading.Fault, null, reading.Fault is not null);
        if (reading.Evidence is { } evidence)
            await OnOpened.InvokeAsync(evidence);
    }

    private async Task<EvidenceReading> ReadAsync(IBrowserFile file, CancellationToken cancellationToken)
    {
        // What the browser says of its size is checked again as the bytes come.
        if (file.Size > SessionEvidence.MaxBytes)
            return new(null, new EvidenceFault(EvidenceFaultKind.TooLarge));
        try
        {
            var bytes = await ReceiveAsync(file, cancellationToken);
            await OneAtATime.WaitAsync(cancellationToken);
            try
            {
                // A large one takes its time, in which the tab goes on.
                return await Task.Run(() => EvidenceReader.Read(bytes), cancellationToken);
            }
            finally
            {
                OneAtATime.Release();
            }
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException or OperationCanceledException)
        {
            return new(null, new EvidenceFault(EvidenceFaultKind.NotReceived));
        }
    }

    private async Task<Memory<byte>> ReceiveAsync(IBrowserFile file, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenReadStream(SessionEvidence.MaxBytes, cancellationToken);
        var bytes = new byte[file.Size];
        for (var received = 0; received < bytes.Length;)
        {
            var count = await stream.ReadAsync(bytes.AsMemory(received), cancellationToken);
            if (count == 0)
                throw new EndOfStreamException("The browser sent less than the file has.");
            received += count;
            Show(received, bytes.Length);
        }

        return bytes;
    }

    private void Show(int received, int length)
    {
        var share = (int)((long)received * StepsShown / length) * (100 / StepsShown);
        if (share == _share)
            return;
        _share = share;
        StateHasChanged();
    }
}
