using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What the endpoint answered to the webhooks of a session that failed: one request for each, by one button.</summary>
public sealed partial class FailedDeliveries
{
    private const int MostAtOnce = 20;
    private const int Few = 6;

    private List<Mark> _failed = [];
    private List<ResourceRequest> _next = [];
    private List<(Mark Mark, NeighbourAnswer Answer)> _told = [];
    private int _most = Few;
    private bool _isAgain;

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    protected override string Endpoint => WebhookDeliveries.Endpoint;

    protected override string Purpose => DeliveryQuestion.Purpose;

    protected override IReadOnlyList<ResourceRequest> Next => _next;

    protected override string State => IsAsking ? "asking" : Asked == 0 ? "idle" : "answered";

    private int Asked => _told.Count;

    private string AskedAt => (_told.Min(pair => pair.Answer.At), _told.Max(pair => pair.Answer.At)) is var (first, last) && first == last
        ? $"at {Instants.SecondsWithZone(first)}" : $"between {Instants.SecondsWithZone(first)} and {Instants.SecondsWithZone(last)}";

    private string OfferOfRest => (_next.Count, Asked) switch
    {
        (var requests, 0) when requests == _failed.Count =>
            $"Ask Telnyx ({CountText.Format(requests, "request")})",
        (var requests, 0) => $"Ask for the first {requests} ({CountText.Format(requests, "request")})",
        (var requests, _) when _isAgain => $"Ask again ({CountText.Format(requests, "request")})",
        var (requests, _) => $"Ask for the rest ({CountText.Format(requests, "request")})",
    };

    /// <summary>The webhooks of a session of which an attempt failed, and for which the log of deliveries can be asked.</summary>
    internal static List<Mark> Of(SessionView view) =>
        [.. view.Session.Marks.Where(mark => mark.IsWebhook && mark.FailedAttempts > 0 && DeliveryQuestion.Of(mark.Event) is not null)];

    protected override IEnumerable<ResourceRequest> FindQuestions()
    {
        _failed = Of(View);
        return _failed.Select(Question);
    }

    protected override void Tell()
    {
        var known = _failed.Select(mark => (Mark: mark, Answer: Known(Question(mark)))).ToList();
        _told = [.. known.Where(pair => pair.Answer is not null).Select(pair => (pair.Mark, pair.Answer!))];
        // What only failed for now is offered again with the rest; and then what may be otherwise by now: the log of deliveries comes late, and Telnyx tries again.
        var rest = known.Where(pair => pair.Answer is null or { State: NeighbourState.RateLimited or NeighbourState.Failed }).ToList();
        _isAgain = rest.Count == 0;
        _next = [.. (_isAgain ? [.. known.Where(pair => MayChange(pair.Mark, pair.Answer)).OrderBy(pair => pair.Answer!.At)] : rest).Select(pair => Question(pair.Mark)).Take(MostAtOnce)];
    }

    private static bool MayChange(Mark mark, NeighbourAnswer? answer) => answer is { State: NeighbourState.Answered }
        && !DeliveryAnswer.Find(answer.Records, mark.Event.EventId).Exists(delivery => delivery.Attempts.Any(attempt => attempt.IsDelivered == true));

    protected override Task WriteAuditAsync(ResourceRequest question) =>
        _failed.Find(mark => Question(mark) == question) is { } asked ? Audit.DeliveriesAskedAsync(asked.Fingerprint) : Task.CompletedTask;

    private static ResourceRequest Question(Mark mark) => DeliveryQuestion.Of(mark.Event)!;
}
