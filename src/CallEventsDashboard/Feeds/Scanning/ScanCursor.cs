using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>Where a scan reads on. Its pages overlap by the rows of one time at least, so that nothing is lost between two of them, however they shift.</summary>
internal abstract class ScanCursor
{
    private int _lacking;
    private int _left;
    private int? _firstTotal;

    public bool IsDone { get; protected set; }

    /// <summary>Rows that were read.</summary>
    protected int RowsRead { get; private set; }

    public abstract PageFetch Next { get; }

    /// <summary>Rows that the totals of the answers include, and that were in none of them.</summary>
    public int Unseen => Math.Min(_lacking + _left, Math.Max(0, (_firstTotal ?? int.MaxValue) - RowsRead));

    /// <summary>Rows that were counted when the list was opened, or by the first answer, and were gone before they were read; 0 before the end.</summary>
    /// <param name="total">The rows when the list was opened; null where that is not known.</param>
    public int CountGone(int? total) => IsDone ? Math.Max(0, Math.Max(total ?? 0, _firstTotal ?? 0) - RowsRead - Unseen) : 0;

    /// <summary>Takes in an answer.</summary>
    /// <param name="fresh">How many of its rows are not known yet.</param>
    /// <returns>False when its rows do not follow those that were read; they are asked for in another way.</returns>
    public bool Take(PageFetch fetch, CallEventPage page, int fresh)
    {
        if (!Follows(fetch, page, fresh))
            return false;
        RowsRead += fresh;
        GoOn(fetch, page, fresh);
        Compare(fetch, page);
        return true;
    }

    protected abstract bool Follows(PageFetch fetch, CallEventPage page, int fresh);

    protected abstract void GoOn(PageFetch fetch, CallEventPage page, int fresh);

    /// <summary>How many rows of the last total were on no page; negative where there are more than the total.</summary>
    /// <param name="total">The total of that answer, or of the first one where that was less.</param>
    protected abstract int RowsLeft(PageFetch fetch, int total);

    // Each answer is compared with its own total: rows that expire or slip in between two answers are not taken for unseen ones.
    private void Compare(PageFetch fetch, CallEventPage page)
    {
        if (Totals.From(page) is not { } total)
            return;
        _firstTotal ??= total;
        var before = (fetch.Page.Number - 1) * fetch.Page.Size;
        _lacking += Math.Max(0, Math.Min(fetch.Page.Size, total - before) - page.Events.Count);
        _left = IsDone ? Math.Max(0, RowsLeft(fetch, Math.Min(total, _firstTotal.Value))) : 0;
    }
}
