using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>Asks for all that a round of counting takes.</summary>
/// <param name="readAsync">Reads one page.</param>
/// <param name="start">Starts a round, in the place of any other.</param>
/// <param name="change">Makes a change of the round that others may be looking at.</param>
internal sealed class InsightCounter(
    ServiceClock clock, Func<CountFetch, CancellationToken, Task<CallEventPage>> readAsync, Func<InsightPlan, InsightRound> start, Action<Action> change)
{
    private const int UnderWay = 2;

    // What a person was told is what it takes: a range with two ends is tried once.
    private readonly QueryCounter _counter = new(readAsync, clock, maxRounds: 1);

    /// <exception cref="TelnyxException">A request failed.</exception>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public async Task CountAsync(CallEventQuery list, CancellationToken wanted)
    {
        var round = list.Range.Last is null ? start(InsightPlan.For(list, clock.Now)) : await StartRollingAsync(list, wanted);
        await AskAsync(round, Measure.Events, wanted);
        // Without the number of all events nothing shows that a filter was applied: no other number could be given.
        if (round.IsInVain)
            return;

        var plan = round.Plan;
        IEnumerable<Func<Task>> rest =
        [
            () => ProveBoundAsync(round, wanted),
            .. plan.Proofs.Select(filter => (Func<Task>)(() => ProveAsync(round, filter, wanted))),
            .. plan.Counts.Skip(1).Select(measure => (Func<Task>)(() => AskAsync(round, measure, wanted))),
        ];
        // Two totals that are subtracted must be of nearly the same moment.
        var options = new ParallelOptions { MaxDegreeOfParallelism = plan.IsBetween ? 1 : UnderWay, CancellationToken = wanted };
        await Parallel.ForEachAsync(rest, options, async (askAsync, _) => await askAsync());
    }

    // The first answer may show that the clock was wrong, and with it the start of the range: so it is the one that holds for another start as well.
    private async Task<InsightRound> StartRollingAsync(CallEventQuery list, CancellationToken wanted)
    {
        var corrections = clock.Corrections;
        var round = start(InsightPlan.For(list, clock.Now));
        await ProveBoundAsync(round, wanted);
        if (corrections == clock.Corrections)
            return round;
        var before = round;
        round = start(InsightPlan.For(list, clock.Now));
        // By a clock that is a day behind, the time of the proof is one that has events.
        if (before.IsBoundProven)
            change(() => round.ProveBoundAs(before));
        return round;
    }

    private async Task AskAsync(InsightRound round, Measure measure, CancellationToken wanted)
    {
        var answer = await _counter.AskAsync(measure.In(round.Plan.List)!, wanted);
        change(() => round.Take(measure, answer, clock.Now));
    }

    private async Task ProveBoundAsync(InsightRound round, CancellationToken wanted)
    {
        if (round.IsBoundAsked || round.Plan.BoundProof is not { } bound)
            return;
        var answer = await _counter.AskAtAsync(round.Plan.List, bound, wanted);
        change(() => round.ProveBound(answer));
    }

    private async Task ProveAsync(InsightRound round, FilterParameter filter, CancellationToken wanted)
    {
        var answer = await _counter.AskAsync(round.Plan.ProofOf(filter), wanted);
        change(() => round.Prove(filter, answer.Count));
    }
}
