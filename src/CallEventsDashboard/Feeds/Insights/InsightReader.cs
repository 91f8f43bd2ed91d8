using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>
/// The measures of one list, for one tab: counted by Telnyx, and read where Telnyx can't count. It asks for nothing of its own accord, and says before what
/// asking takes. Nothing here throws: what fails is part of <see cref="Status"/>. It keeps no key.
/// </summary>
public sealed class InsightReader
{
    /// <summary>How many pages are read at one asking.</summary>
    public const int MostPages = 20;

    /// <summary>How many events of a kind are read in all.</summary>
    public const int MostRows = 50_000;

    private readonly Lock _gate = new();
    private readonly CallEventsClient _client;
    private readonly CallEventQuery _list;
    private readonly RequestBudget _budget;
    private readonly InsightRequests _requests;
    private readonly BackgroundWork _work;
    private InsightRound? _round;
    private SweptRows<HangupTally>? _hangups;
    private SweptRows<DeliveryTally>? _failedWebhooks;
    private InsightActivity _activity;
    private CancellationTokenSource? _asking;
    private FeedFailure? _failure;
    private int _answeredBefore;
    private int _expected;

    internal InsightReader(CallEventsClient client, CallEventQuery list, RequestBudget budget, BackgroundWork work, TimeProvider time)
    {
        (_client, _list, _budget, _work) = (client, list, budget, work);
        _requests = new InsightRequests(client, budget, time, RaiseChanged);
    }

    /// <summary>Raised on any thread when <see cref="Status"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>The last 500 requests, newest last.</summary>
    public IReadOnlyList<RequestEntry> RequestLog => _requests.Log;

    public InsightStatus Status
    {
        get
        {
            lock (_gate)
                return Describe();
        }
    }

    /// <summary>Counts all measures, in the place of what was counted and read before; nothing while something is asked already.</summary>
    public void Count(ApiKey key) => Begin(InsightActivity.Counting, () => InsightPlan.For(_list, _client.Clock.Now).Requests, wanted => CountAsync(key, wanted));

    /// <summary>Reads the next hang-ups that were counted, at most <see cref="MostPages"/> pages.</summary>
    public void ReadHangups(ApiKey key) => Begin(InsightActivity.ReadingHangups, () => _hangups?.NextRequests ?? 0, wanted => _hangups!.ReadAsync(fetch => _requests.ReadAsync(fetch, key, wanted), _gate, RaiseChanged));

    /// <summary>Reads the next failed webhooks that were counted, at most <see cref="MostPages"/> pages.</summary>
    public void ReadFailedWebhooks(ApiKey key) => Begin(InsightActivity.ReadingFailedWebhooks, () => _failedWebhooks?.NextRequests ?? 0, wanted => _failedWebhooks!.ReadAsync(fetch => _requests.ReadAsync(fetch, key, wanted), _gate, RaiseChanged));

    /// <summary>Asks for no more: what was not sent by then is not sent.</summary>
    public void Stop()
    {
        CancellationTokenSource? asking;
        lock (_gate)
            asking = _asking;
        // It may end at this very moment, which is why it is not disposed: there is no timer in it.
        asking?.Cancel();
    }

    private void Begin(InsightActivity activity, Func<int> cost, Func<CancellationToken, Task> askAsync)
    {
        CancellationTokenSource asking;
        lock (_gate)
        {
            var expected = cost();
            if (_activity is not InsightActivity.None || expected == 0)
                return;
            (_activity, _failure, _expected, _answeredBefore) = (activity, null, expected, _requests.Answered);
            _asking = asking = new CancellationTokenSource();
        }

        _budget.WaitChanged += RaiseChanged;
        RaiseChanged();
        _work.Begin("asking for the measures of a list", () => AskAsync(askAsync, asking), id => End(asking, new FeedFailure(id)));
    }

    private async Task AskAsync(Func<CancellationToken, Task> askAsync, CancellationTokenSource asking)
    {
        FeedFailure? failure = null;
        try
        {
            await Task.Yield();
            await askAsync(asking.Token);
        }
        catch (TelnyxException exception)
        {
            failure = new FeedFailure(exception, null);
        }
        catch (OperationCanceledException)
        {
            // It is no longer wanted; what was answered stands.
        }

        End(asking, failure);
    }

    private void End(CancellationTokenSource asking, FeedFailure? failure)
    {
        lock (_gate)
        {
            if (_asking != asking)
                return;
            (_activity, _failure, _asking) = (InsightActivity.None, failure, null);
            if (_round is not null)
                _round.IsOver = true;
        }

        _budget.WaitChanged -= RaiseChanged;
        RaiseChanged();
    }

    private async Task CountAsync(ApiKey key, CancellationToken wanted)
    {
        try
        {
            await new InsightCounter(_client.Clock, (fetch, token) => _requests.ReadAsync(fetch, key, token), Start, Change).CountAsync(_list, wanted);
        }
        finally
        {
            // What was counted before it failed, or was stopped, can be read all the same.
            Change(Offer);
        }
    }

    private InsightRound Start(InsightPlan plan)
    {
        var round = new InsightRound(plan);
        Change(() => (_round, _hangups, _failedWebhooks) = (round, null, null));
        return round;
    }

    // What was counted can be read at a price that is known.
    private void Offer()
    {
        if (_round is not { } round)
            return;
        _hangups = Sweep(round, new HangupTally(), (tally, row) => tally.Add(row), Measure.Ended, Measure.TexmlEnded);
        _failedWebhooks = Sweep(round, new DeliveryTally(), (tally, row) => tally.Add(row), Measure.FailedWebhooks);
    }

    private SweptRows<T>? Sweep<T>(InsightRound round, T tally, Action<T, CallEvent> add, params IReadOnlyList<Measure> measures)
    {
        var counted = measures.Select(measure => (Measure: measure, round.CountOf(measure).Count)).Where(pair => pair.Count is not null).ToList();
        var uncounted = measures.FirstOrDefault(measure => round.CountOf(measure) is { Count: null, State: not MeasureState.NotInList });
        return counted.Count == 0 ? null : new SweptRows<T>(tally, add, [.. counted.Where(pair => pair.Count > 0).Select(pair => (pair.Measure.In(round.Plan.List)!, pair.Count!.Value))], uncounted, _client.Clock);
    }

    private void Change(Action change)
    {
        lock (_gate)
            change();
        RaiseChanged();
    }

    private void RaiseChanged() => _work.Try("telling of a change", () => Changed?.Invoke(), _ => { });

    private InsightStatus Describe()
    {
        var plan = InsightPlan.For(_list, _client.Clock.Now);
        return new InsightStatus
        {
            Counts = Measure.All.ToDictionary(measure => measure, measure => _round?.CountOf(measure) ?? new MeasureCount(plan.States[measure])),
            Activity = _activity,
            Requests = plan.Requests,
            IsMost = plan.IsBetween,
            CountedAt = _round?.At,
            CountedFrom = _round is { At: not null, Plan.List.Range.Lower: { } lower } ? lower.At : null,
            Answered = _activity is InsightActivity.None ? 0 : _requests.Answered - _answeredBefore,
            Expected = _activity is InsightActivity.None ? 0 : _expected,
            RequestsMade = _requests.Made,
            AppliedBy = _round is null ? new Dictionary<string, AppliedBy>() : ActiveFilter.Parameters(_list).ToDictionary(name => name, name => ActiveFilter.IsOwn(name) ? AppliedBy.Dashboard : _round.AppliedBy(name), StringComparer.Ordinal),
            HangupsRead = _hangups?.Describe(),
            Hangups = _hangups?.Tally.Counts ?? [],
            FailedWebhooksRead = _failedWebhooks?.Describe(),
            FailedWebhooks = _failedWebhooks?.Tally.Counts ?? [],
            Failure = _failure,
            WaitUntil = _budget.WaitUntil,
            Allowance = _budget.Allowance,
        };
    }
}
