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
    private int _overlap = 1;

    // The ends of the last page: one that shares either is the same again.
    private (string? First, string? Last) _ends;

    public override PageFetch Next => new(bound, PageChoice.Choose(_unread, LastWanted, rising: false, LastWanted + 1, limit.Rows));

    private int LastWanted => limit.Rows < FewestToOverlap ? _unread : Math.Min(_unread + limit.Spared(_seen - _unread), _unread + limit.Rows - 1);

    protected override bool Follows(PageFetch fetch, CallEventPage page, int fresh)
    {
        var left = Totals.From(page) ?? 0;
        // Where the rows that were read have expired, the end of the list follows.
        var isEnd = page.Events.Count > 0 && FirstOrdinal(fetch) + page.Events.Count == left;
        var isLost = RowsRead == 0
            ? page.Events.Count == 0 || page.Events.Count == fetch.Page.Size
            : (fresh == page.Events.Count && !isEnd) || (_edge is not null && page.Events[^1].OccurredAt == _edge);
        if (!isLost || limit.Rows < FewestToOverlap || ++_tries >= MaxTries || left == 0)
            return true;
        var room = Room * _tries * _tries;
        (_unread, _seen) = (RowsRead, page.Events.Count) switch
        {
            (0, _) => (Math.Max(0, left - Room), left + room),
            // So many rows have expired that the list ends before.
            (_, 0) => (left - 1, left + room),
            _ => (_unread, _seen + room),
        };
        return false;
    }

    protected override void GoOn(PageFetch fetch, CallEventPage page, int fresh)
    {
        var first = FirstOrdinal(fetch);
        var left = Totals.From(page) ?? _total;
        // An empty or repeated page is the end too, whatever the service says of its pages; but so many may have expired that all of a page is known.
        var isSame = page.Events is [var start, ..] && (_ends.First == start.Fingerprint || _ends.Last == page.Events[^1].Fingerprint);
        _repeats |= (fresh == 0 && isSame) || (fresh < (page.Events.Count - (_seen - _unread)) / 2 && left >= _total);
        IsDone = first == 0 || page.Events.Count == 0 || (fresh == 0 && isSame && left >= _total);
        if (IsDone)
            return;
        _ends = (page.Events[0].Fingerprint, page.Events[^1].Fingerprint);
        if (fresh > 0)
        {
            var edge = page.Events.TakeWhile(row => row.OccurredAt == page.Events[0].OccurredAt).Count();
            (_overlap, _edge) = (Math.Clamp(edge, 1, MaxOverlap), edge > MaxOverlap || edge == page.Events.Count ? null : page.Events[0].OccurredAt);
        }

        _unread = fresh > 0 ? first - 1 : Math.Min(first - 1, LastUnread(left));
        (_seen, _total, _tries) = (_unread + _overlap + limit.Spared(Room), left, 0);
    }

    private static int FirstOrdinal(PageFetch fetch) => (fetch.Page.Number - 1) * fetch.Page.Size;

    // Were there no newer rows than those that were read.
    private int LastUnread(int total) => Math.Max(0, total - 1 - RowsRead);

    protected override int RowsLeft(PageFetch fetch, int total) => _repeats ? total - RowsRead : 0;
}
