using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>
/// Plans the polls of one filter: each overlaps the one before, so that an event that comes in late is in a later one, and the next one goes on from what an
/// answer left out.
/// </summary>
/// <param name="since">What is older is not polled.</param>
internal sealed class LiveSide(CallEventFilter? filter, DateTimeOffset openedAt, DateTimeOffset since)
{
    /// <summary>How far polls reach back: six times the longest usual delay between an event and its appearance.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>How far one of ten does: few events come in later.</summary>
    public static readonly TimeSpan DeepOverlap = TimeSpan.FromMinutes(10);

    // The longest usual delay: with less, events that come in late are lost where many arrive.
    private static readonly TimeSpan LeastOverlap = TimeSpan.FromSeconds(20);
    private const int DeepEvery = 10;

    // What a list that is opened again costs.
    private const int MostPagesBehind = 3;

    private DateTimeOffset _readAt = openedAt;
    private DateTimeOffset _roundAt = openedAt;
    private DateTimeOffset? _front;
    private int _polls;

    public CallEventFilter? Filter => filter;

    /// <summary>Whether the last answer left rows out that the next one has.</summary>
    public bool IsBehind => _front is not null && !IsOutrun;

    /// <summary>Whether more arrives than can be polled.</summary>
    public bool IsOutrun { get; private set; }

    /// <summary>Rows that the last answer counted and left out.</summary>
    public int Unread { get; private set; }

    public PageFetch Next(LiveRows rows, PageLimit limit, BoundWriting writing, DateTimeOffset now)
    {
        var from = _front ?? From(rows, limit, _polls++ % DeepEvery == DeepEvery - 1 ? DeepOverlap : Overlap);
        return new LiveFetch(writing.Write(new TimeBound(TimeComparison.AtOrAfter, from)), new PageRequest(1, limit.Rows), from, now) { Filter = filter };
    }

    /// <summary>Takes in the answer to a poll.</summary>
    /// <param name="isKnown">Whether a row was in an answer before this one.</param>
    /// <returns>Whether its rows can be listed: nothing that is unread lies between them and those that are.</returns>
    public bool TryTake(LiveFetch poll, CallEventPage page, Func<CallEvent, bool> isKnown)
    {
        var total = Totals.From(page);
        // What came in late while a round took several polls is in the next one.
        _roundAt = _front is null ? poll.AskedAt : _roundAt;
        var order = ServiceOrderDetector.Detect(page);
        var isWhole = (total is null && page.Events.Count < poll.Page.Size) || total == page.Events.Count;
        if (isWhole || (order is ServiceOrder.Descending && isKnown(page.Events[^1])))
        {
            (_front, _readAt, IsOutrun, Unread) = (null, _roundAt, false, 0);
            return true;
        }

        Unread = Math.Max(1, (total ?? 0) - page.Events.Count);
        if (order is ServiceOrder.Ascending && page.Events[^1].OccurredAt is { } last && last > poll.From)
        {
            (_front, IsOutrun) = (last, Unread > MostPagesBehind * poll.Page.Size);
            return true;
        }

        IsOutrun |= _front is not null;
        _front = Later(_readAt - LeastOverlap, since);
        return false;
    }

    /// <summary>The instant that a poll begins at: one that is full of what is known shows nothing new.</summary>
    private DateTimeOffset From(LiveRows rows, PageLimit limit, TimeSpan overlap)
    {
        var (wanted, least) = (Later(_readAt - overlap, since), Later(_readAt - LeastOverlap, since));
        var most = limit.Rows * 3 / 5;
        if (rows.CountFrom(wanted) <= most)
            return wanted;
        return rows.TimeAt(most) < least ? rows.TimeAt(most) : least;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
