using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sessions;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What the endpoint answered to the webhooks of a session that failed: one request for each, by one button.</summary>
public sealed partial class FailedDeliveries : IDisposable
{
    private const int MostAtOnce = 20;

    private List<Mark> _failed = [];
    private List<Mark> _next = [];
    private List<(Mark Mark, NeighbourAnswer Answer)> _told = [];
    private bool _isAsking;
    private CancellationTokenSource? _stop;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    private int Asked => _told.Count;

    private string State => _isAsking ? "asking" : Asked == 0 ? "idle" : "answered";

    private string Offer => (_next.Count, Asked) switch
    {
        (var requests, 0) when requests == _failed.Count =>
            $"Ask Telnyx ({CountText.Format(requests, "request")})",
        (var requests, 0) => $"Ask for the first {requests} ({CountText.Format(requests, "request")})",
        var (requests, _) => $"Ask for the rest ({CountText.Format(requests, "request")})",
    };

    /// <summary>The webhooks of a session of which an attempt failed, and for which the log of deliveries can be asked.</summary>
    internal static List<Mark> Of(SessionView view) =>
        [.. view.Session.Marks.Where(mark => mark.IsWebhook && mark.FailedAttempts > 0 && DeliveryQuestion.Of(mark.Event) is not null)];

    public void Dispose() => Stop();

    protected override void OnParametersSet()
    {
        _failed = Of(View);
        Read();
    }

    private void Read()
    {
        var known = _failed.Select(mark => (Mark: mark, Answer: Neighbours?.Known(DeliveryQuestion.Of(mark.Event)!))).ToList();
        _told = [.. known.Where(pair => pair.Answer is not null).Select(pair => (pair.Mark, pair.Answer!))];
        // What only failed for now is offered again with the rest.
        _next = [.. known.Where(pair => pair.Answer is null or { State: NeighbourState.RateLimited or NeighbourState.Failed })
            .Select(pair => pair.Mark).Take(MostAtOnce)];
    }

    private void Stop() => _stop?.Cancel();

    private async Task AskAsync()
    {
        if (Neighbours is not { } neighbours || _isAsking)
            return;
        using var stop = _stop = new CancellationTokenSource();
        _isAsking = true;
        try
        {
            foreach (var mark in _next.ToList())
            {
                if (stop.IsCancellationRequested)
                    break;
                await Audit.DeliveriesAskedAsync(mark.Fingerprint);
                var answer = await neighbours.AskAsync(DeliveryQuestion.Of(mark.Event)!, DeliveryQuestion.Purpose, stop.Token);
                Read();
                StateHasChanged();
                if (answer.State is NeighbourState.NotPermitted or NeighbourState.RateLimited)
                    break;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was answered until then stays.
        }
        finally
        {
            (_isAsking, _stop) = (false, null);
        }

        Read();
    }
}
