using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>
/// Reads against the order of the service, from its last page to its first. Rows that expire bring the unread ones nearer, rows that slip in push them
/// away: a page that shows neither the end of the list nor a row of the page before is asked for again, with more room. So is one that may cut the rows of
/// one time at which the page before began: their order may differ from answer to answer.
/// </summary>
/// <param name="total">The rows within the bound.</param>
internal sealed class BackwardCursor(TimeBound? bound, int total, PageLimit limit) : ScanCursor
{
    private const int Room = 8;
    private const int MaxOverlap = 100;
    private const int MaxTries = 4;

    // Smaller pages can't show known rows beside those that are read next.
    private const int FewestToOverlap = 8;

    // The last ordinal that is not read, and the one that has to be seen with it: beyond the end, or of a known row.
    private int _unread = Math.Max(0, total - 1 - limit.Spared(Room - 1));
    private int _seen = total - 1 + limit.Spared(Room + 1);
    private int _total = total;
    private int _tries;

    // Whether a page had mostly rows that are known: then the service gives other pages than it is asked for.
    private bool _repeats;

    // The time of the row at which the last page began; null when it had no other.
    private DateTimeOffset? _edge;

    public override PageFetch Next => new(bound, PageChoice.Choose(_unread, LastWanted, rising: false, LastWanted + 1, limit.Rows));

    private int LastWanted => limit.Rows < FewestToOverlap ? _unread : Math.Min(_unread + limit.Spared(_seen - _unread), _unread + limit.Rows - 1);

    protected override bool Follows(PageFetch fetch, CallEventPage page, int fresh)
    {
        var isLost = RowsRead == 0
            ? page.Events.Count == 0 || page.Events.Count == fetch.Page.Size
            : fresh == page.Events.Count || (_edge is not null && page.Events[^1].OccurredAt == _edge);
        if (!isLost || limit.Rows < FewestToOverlap || ++_tries >= MaxTries || Totals.From(page) is not { } known || known == 0)
            return true;
        var room = Room * _tries * _tries;
        (_unread, _seen) = RowsRead == 0 ? (Math.Max(0, known - Room), known + room) : (_unread, _seen + room);
        return false;
    }

    protected override void GoOn(PageFetch fetch, CallEventPage page, int fresh)
    {
        var first = (fetch.Page.Number - 1) * fetch.Page.Size;
        var left = Totals.From(page) ?? _total;
        // An empty or repeated page is the end too, whatever the service says of its pages; but so many may have expired that all of a page is known.
        _repeats |= fresh < (page.Events.Count - (_seen - _unread)) / 2;
        IsDone = first == 0 || page.Events.Count == 0 || (fresh == 0 && left >= _total);
        var edge = page.Events.TakeWhile(row => row.OccurredAt == page.Events[0].OccurredAt).Count();
        (_unread, _seen) = (Math.Max(0, first - 1), first + Math.Clamp(edge, 1, MaxOverlap) - 1 + limit.Spared(Room));
        (_total, _tries, _edge) = (left, 0, edge > MaxOverlap || edge == page.Events.Count ? null : page.Events[0].OccurredAt);
    }

    protected override int RowsLeft(PageFetch fetch, int total) => _repeats ? total - RowsRead : 0;
}
