using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Counts the events of one list over its range, once for all its viewers: from its rows where it has all of them, else by requests to spare.</summary>
/// <param name="series">The events that are counted.</param>
/// <param name="likeStep">The step of the series that this one is drawn over.</param>
/// <param name="readAsync">Reads one page, when a request is to spare.</param>
internal sealed class ListVolume(
    Snapshot snapshot, VolumeSeries series, Func<CountFetch, CancellationToken, Task<CallEventPage>> readAsync, Func<CallEventQuery, KnownBuckets> known, ServiceClock clock, Action changed, Func<TimeSpan>? likeStep = null)
{
    // A list of so many rows is looked through at once.
    private const int FewRows = 1000;

    // What opening a list may cost.
    private const int MostRequests = 7;

    // The oldest events of a list that is put together from several counts would expire between them.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    private readonly IReadOnlyList<VolumeTerm> _terms = VolumeTerm.From(series is VolumeSeries.Failed ? FilterCatalogue.Failed.With(snapshot.Query, "true") : snapshot.Query);
    private EventVolume _current = EventVolume.None;
    private IReadOnlyList<KnownBuckets>? _known;
    private bool _isByTerms;

    private IReadOnlyList<KnownBuckets> Known => _known ??= [.. _terms.Select(term => known(term.Query))];

    private bool IsComposed => snapshot.Query.IsDashboardsOwn;

    // The service has to count what the list has, or each of what the list is put together from.
    private ServiceOrder? Order => IsComposed
        ? snapshot is { Verification.IsIgnored: false, HasBegunAnew: false } && (snapshot.Listing?.Undecided == 0 || _terms.All(term => term.Sign > 0)) ? snapshot.Opening?.Order : null
        : snapshot.Listing?.IndexedOrder;

    public EventVolume Current
    {
        get
        {
            lock (snapshot.Gate)
            {
                // A row that does not show what it is may have been counted, and may be of the list or not.
                return _isByTerms && _current.State is VolumeState.Counted && snapshot.Listing is { Undecided: > 0 } && _terms.Any(term => term.Sign < 0)
                    ? EventVolume.None with { State = VolumeState.NotOfThisList } : _current;
            }
        }
    }

    /// <summary>Counts, unless that was done or is on its way, or the list is not open yet; or counts again in finer buckets, or after a failure.</summary>
    /// <param name="wanted">Cancelled when nobody looks at the list any more.</param>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public async Task CountAsync(bool finer, CancellationToken wanted)
    {
        if (!TryBegin(finer, out var range, out var step, out var order))
            return;
        changed();
        var counted = false;
        try
        {
            var (buckets, asOf, state) = await CountTermsAsync(range, step, order, wanted);
            Set(current => state is VolumeState.Counted ? new EventVolume(buckets, step, asOf, state, CostOfFiner(range, step)) : current with { State = state, FinerRequests = 0 });
            counted = true;
        }
        catch (TelnyxException)
        {
            Set(current => current with { State = VolumeState.Failed, FinerRequests = 0 });
            counted = true;
        }
        finally
        {
            // Whoever looks next begins again.
            if (!counted)
                Set(current => current with { State = current.Buckets.Count > 0 ? VolumeState.Counted : VolumeState.Waiting });
            changed();
        }
    }

    private async Task<(IReadOnlyList<VolumeBucket> Buckets, DateTimeOffset AsOf, VolumeState State)> CountTermsAsync(VolumeRange range, TimeSpan step, ServiceOrder order, CancellationToken wanted)
    {
        var sum = new VolumeSum();
        foreach (var (term, buckets) in _terms.Zip(Known))
        {
            var counter = new VolumeCounter(term.Query, order, snapshot.Writing, readAsync, clock);
            var counted = await counter.CountAsync(range, step, buckets, wanted);
            if (counted.State is not VolumeState.Counted)
                return counted;
            sum.Add(counted.Buckets, counted.AsOf, term.Sign);
        }

        return IsComposed && (sum.IsContradictory || range.From.At <= clock.Now - CallEventFilter.Horizon) ? ([], sum.AsOf, VolumeState.TooFast) : (sum.Buckets, sum.AsOf, VolumeState.Counted);
    }

    private bool TryBegin(bool finer, out VolumeRange range, out TimeSpan step, out ServiceOrder order)
    {
        (range, step, order) = (null!, default, default);
        lock (snapshot.Gate)
        {
            if (snapshot.Listing is not { IsOpening: false } list || _current.State is VolumeState.Counting || (_current.State is VolumeState.Counted or VolumeState.NotOfThisList && !finer))
                return false;
            if (Range() is not { } whole)
            {
                _current = EventVolume.None with { State = VolumeState.NotOfThisList };
                return false;
            }

            range = whole;
            if (TryCountRows(list, range) is { } volume)
            {
                (_current, _isByTerms) = (volume, false);
                return false;
            }

            range = Lasting(range);
            if (Order is not { } known || _terms.Count == 0 || snapshot.Writing.AreRefused || range.From.At >= range.To.At)
            {
                // A list that is still being read has all its rows some day.
                if (list.Scan is { IsDone: true } or null)
                    _current = EventVolume.None with { State = VolumeState.NotOfThisList };
                return false;
            }

            (step, order) = (Step(range, finer), known);
            if (IsComposed && !finer && Cost(range, step) is > MostRequests and var cost)
            {
                if (_current.State is not VolumeState.Costly)
                    _current = EventVolume.None with { State = VolumeState.Costly, FinerRequests = cost };
                return false;
            }

            (_current, _isByTerms) = (_current with { State = VolumeState.Counting }, IsComposed);
            return true;
        }
    }

    private VolumeRange? Range()
    {
        var (plan, opening) = (snapshot.Plan, snapshot.Opening);
        if (opening is null || snapshot.Query.Range.Exactly is not null || plan.RangeCoverage is RangeCoverage.None)
            return null;
        var (wanted, isToHorizon) = (plan.Wanted, !plan.ReachesBeyondHorizon && !(plan.Wanted.From > plan.Horizon));
        if ((isToHorizon ? plan.Horizon : wanted.From) is not { } from)
            return null;
        var to = wanted.To is { } end ? new VolumeEdge(end, wanted.ToInclusive) : new VolumeEdge(opening.AsOf, IsInclusive: true);
        return from < to.At ? new VolumeRange(new VolumeEdge(from, !isToHorizon && !wanted.FromInclusive), to, isToHorizon) : null;
    }

    private VolumeRange Lasting(VolumeRange range) =>
        IsComposed && range.EndsAtHorizon ? range with { From = new VolumeEdge(range.From.At + Margin), EndsAtHorizon = false } : range;

    private EventVolume? TryCountRows(Listing list, VolumeRange range)
    {
        // A list that was read in order has all its rows.
        if ((list.RowCount > FewRows && list.Scan is null) || list.Scan is { IsDone: false } || list.IsBeingChecked)
            return null;
        var times = new List<DateTimeOffset>(list.RowCount);
        for (var index = 0; index < list.RowCount - list.Undecided; index++)
        {
            if (list.DecidedRow(index) is not { } row)
                return null;
            if (row.OccurredAt is { } at && (series is VolumeSeries.All || FilterCatalogue.Failed.Check("true", row) is FilterMatch.Matches))
                times.Add(at);
        }

        var step = VolumeScale.Steps(range.From.At, range.To.At)[^1];
        var edges = range.Edges(step);
        var asOf = snapshot.Opening!.AsOf;
        var buckets = edges.Zip(edges.Skip(1), (from, to) => new VolumeBucket(
            from.At, to.At, times.Count(at => from.Newer.Includes(at) && to.Older.Includes(at)), to.At <= asOf - VolumeCounter.Lag));
        return new EventVolume([.. buckets], step, asOf, VolumeState.Counted, 0);
    }

    private TimeSpan Step(VolumeRange range, bool finer)
    {
        if (likeStep?.Invoke() is { Ticks: > 0 } same)
            return same;
        var steps = VolumeScale.Steps(range.From.At, range.To.At);
        return finer && _current.Buckets.Count > 0
            ? steps.FirstOrDefault(step => step < _current.Step, steps[^1])
            : steps.LastOrDefault(step => Cost(range, step) <= MostRequests, steps[0]);
    }

    private int CostOfFiner(VolumeRange range, TimeSpan step) =>
        VolumeScale.Steps(range.From.At, range.To.At).FirstOrDefault(other => other < step) is var next && next > TimeSpan.Zero ? Cost(range, next) : 0;

    private int Cost(VolumeRange range, TimeSpan step) =>
        Known.Sum(buckets => new VolumeRound(range, range.Edges(step), Order ?? ServiceOrder.Descending, buckets).Requests);

    private void Set(Func<EventVolume, EventVolume> change)
    {
        lock (snapshot.Gate)
            _current = change(_current);
    }
}
