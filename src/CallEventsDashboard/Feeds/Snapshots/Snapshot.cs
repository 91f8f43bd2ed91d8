using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// The state of one list as of one instant: its viewers, how it was opened, its rows, what arrived since and what failed. It neither waits nor calls. What is
/// decided by more than one of its parts is decided under <see cref="Gate"/>.
/// </summary>
internal sealed class Snapshot
{
    private readonly PageLimit _limit;

    /// <param name="plan">As of now; the opening may find that the clock was wrong.</param>
    public Snapshot(CallEventQuery query, FilterPlan plan, PageLimit limit, BoundWriting writing, RequestBudget budget)
    {
        (Query, Plan, _limit, Writing) = (query, plan, limit, writing);
        Viewers = new SnapshotViewers(Gate);
        Failures = new SnapshotFailures(Gate, budget, Viewers.RaiseChanged);
        Pending = new PendingPages(Viewers, () => budget.HasPlenty);
    }

    public Lock Gate { get; } = new();

    public CallEventQuery Query { get; }

    public SnapshotViewers Viewers { get; }

    public SnapshotFailures Failures { get; }

    public PendingPages Pending { get; }

    public FilterPlan Plan { get; private set; }

    /// <summary>How the service takes bounds.</summary>
    public BoundWriting Writing { get; }

    /// <summary>Whether the list could not be kept as it was opened, and is read from its beginning.</summary>
    public bool HasBegunAnew { get; private set; }

    /// <summary>Null before the list is open.</summary>
    public FeedOpening? Opening { get; private set; }

    /// <summary>Null before the list is open.</summary>
    public Listing? Listing { get; private set; }

    /// <summary>The events that have arrived since, as last counted.</summary>
    public Arrivals Arrivals { get; } = new();

    /// <summary>Whether nothing keeps the list from being read.</summary>
    public bool MayBeRead => Failures is { Failure: null, IsBroken: false };

    public bool HasFailed => Look(_ => Failures.MayBeOver);

    public bool IsAttended => Look(_ => Viewers.All.Count > 0);

    public int PlacedRows => Look(list => list?.PlacedRows ?? 0);

    public int Blocks => Look(list => list?.Blocks ?? 0);

    public IReadOnlyList<CallEvent> LateRows => Look<IReadOnlyList<CallEvent>>(list => list is null ? [] : [.. list.Late]);

    /// <summary>The side that applied each filter, by the rows that were read.</summary>
    public FilterVerification Verification => Opening?.Verification ?? new FilterVerification(Query, null);

    /// <summary>Looks at the list, or at null before it is open, while nothing changes it.</summary>
    public T Look<T>(Func<Listing?, T> look)
    {
        lock (Gate)
            return look(Listing);
    }

    /// <summary>Lets the list do what may change it. An exception within it leaves the list half-changed: it is opened again when a person tries again.</summary>
    public T Change<T>(Func<Listing?, T> change)
    {
        lock (Gate)
        {
            Failures.IsBroken = true;
            var result = change(Listing);
            Failures.IsBroken = false;
            return result;
        }
    }

    public CallEvent? Row(int index, bool decidedOnly = false) => Look(list => decidedOnly ? list?.DecidedRow(index) : list?.Row(index));

    public bool IsExpired(int index) => Look(list => list?.IsExpired(index) ?? false);

    public bool IsMissing(int index) => Look(list => list?.IsMissing(index) ?? false);

    public void TrimTo(int blocks)
    {
        lock (Gate)
        {
            // What is in view would be read again at once.
            foreach (var wanted in Viewers.All.Select(viewer => viewer.Wanted).OfType<RowWindow>())
            {
                for (var index = wanted.Start; index < Math.Min(wanted.End, Listing?.RowCount ?? 0); index++)
                    Listing!.Row(index);
            }

            Listing?.TrimTo(blocks);
        }
    }

    public void Open(FeedOpening opening)
    {
        lock (Gate)
            (Opening, Listing, Plan) = (opening, opening.Listing, opening.Plan);
    }

    /// <param name="opening">That of the list when the page was asked for. After an error the list is opened again, and the page belongs to none.</param>
    public void Place(FeedOpening? opening, PageFetch fetch, CallEventPage page)
    {
        lock (Gate)
        {
            if (!Failures.IsBroken && Opening is { } current && ReferenceEquals(current, opening))
                Change(list => Listing = PlacementResult(list!, current, fetch, page));
        }
    }

    /// <summary>Takes in that an answer was too large.</summary>
    /// <returns>Whether the same rows can be asked for with fewer at a time.</returns>
    public bool TryShrink(PageFetch fetch)
    {
        lock (Gate)
            return _limit.TryShrink(fetch.Page);
    }

    /// <inheritdoc cref="Place"/>
    public void PlaceTooLarge(FeedOpening? opening, PageFetch fetch)
    {
        lock (Gate)
        {
            if (ReferenceEquals(Opening, opening))
                Listing?.PlaceTooLarge(fetch);
        }
    }

    // A list that an error left half-changed can't be read on: it is opened again.
    public void ClearFailures()
    {
        lock (Gate)
        {
            Failures.ClearFailures();
            if (!Failures.IsBroken)
                return;
            (Failures.IsBroken, Opening, Listing) = (false, null, null);
            Arrivals.Reset();
        }
    }

    /// <returns>False when Telnyx asked to wait, which only time ends.</returns>
    public bool TryRetry()
    {
        lock (Gate)
        {
            if (!Failures.TryBeginRound())
                return false;
            ClearFailures();
            Listing?.Retry();
            return true;
        }
    }

    private Listing PlacementResult(Listing listing, FeedOpening opening, PageFetch fetch, CallEventPage page)
    {
        _limit.Learn(page);
        Writing.Learn(page);
        // A check asks beyond the bound of the list.
        if (fetch is not AnchoredFetch { Side: AnchorSide.Depth } && opening.Verification.Add(page.Events, fetch.Bound?.Comparison is not (TimeComparison.After or TimeComparison.AtOrAfter)))
            listing.Reconsider();
        listing.Place(fetch, page);
        if (!listing.IsIndexed || !(opening.Verification.IsIgnored || listing.HasLostTrust))
            return listing;
        if (listing.HasNoBounds)
            Arrivals.Reset();
        else
            Arrivals.PlaceLate();
        HasBegunAnew = true;
        return opening.Scan(listing.MustBeReadByTime);
    }
}
