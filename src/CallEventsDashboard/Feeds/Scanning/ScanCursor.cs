using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>Where a scan reads on. Its pages overlap by the rows of one time at least, so that nothing is lost between two of them, however they shift.</summary>
internal abstract class ScanCursor
{
    public bool IsDone { get; protected set; }

    /// <summary>Rows that were read.</summary>
    protected int RowsRead { get; private set; }

    public abstract PageAsk Next { get; }

    /// <summary>Takes in an answer.</summary>
    /// <param name="fresh">How many of its rows are not known yet.</param>
    /// <returns>False when its rows do not follow those that were read; they are asked for in another way.</returns>
    public bool Take(PageAsk ask, CallEventPage page, int fresh)
    {
        if (!Follows(ask, page, fresh))
            return false;
        RowsRead += fresh;
        GoOn(ask, page, fresh);
        return true;
    }

    protected abstract bool Follows(PageAsk ask, CallEventPage page, int fresh);

    protected abstract void GoOn(PageAsk ask, CallEventPage page, int fresh);
}
