using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Operations;

namespace CallEventsDashboard.Feeds;

/// <summary>The requests of a key that people are not expected to need in the window that is running.</summary>
public sealed class SpareRequests
{
    private readonly RequestBudget _budget;
    private readonly BackgroundWork _work;

    internal SpareRequests(RequestBudget budget, BackgroundWork work) => (_budget, _work) = (budget, work);

    /// <summary>Whether one is to spare.</summary>
    public bool IsAvailable => _budget.HasSpare;

    /// <summary>Whether there are so many that none has to be saved.</summary>
    public bool IsPlenty => _budget.HasPlenty;

    /// <summary>Waits until one is to spare.</summary>
    /// <param name="come">Called when one is, on any thread.</param>
    public void Await(Action come, CancellationToken cancellationToken) => _work.Begin(
        "waiting for a request to spare",
        async () =>
        {
            await _budget.EnterAsync(RequestPriority.Spare, cancellationToken);
            _budget.Leave(RequestPriority.Spare, isUsed: false);
            come();
        },
        _ => { });
}
