using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// How many rows a page of one list may have, so that its answer is not larger than is read at once: half as many after each that was, and more again
/// once those that come are small, as after one large record has been passed. A service that has smaller pages than it is asked for is asked for those.
/// </summary>
/// <param name="maxBytes">The largest answer that is read.</param>
internal sealed class PageLimit(int maxBytes = int.MaxValue)
{
    // Room for the JSON around the rows of an answer, and for rows that are a little larger than those before.
    private const double Spare = 1.25;

    private int _most = PageRequest.MaxSize;

    public int Rows { get; private set; } = PageRequest.MaxSize;

    /// <summary>As many rows as are wanted beside those that a page is for, where it is large enough for them.</summary>
    public int Spared(int rows) => Rows >= PageRequest.MaxSize ? rows : Math.Min(rows, Rows / 4);

    /// <summary>The service gives no more rows a page than this.</summary>
    public void Cap(int rows) => Rows = Math.Min(Rows, _most = Math.Min(_most, rows));

    /// <summary>An answer was too large.</summary>
    /// <returns>False when it had one row, so that no smaller page can be asked for.</returns>
    public bool TryShrink(PageRequest page)
    {
        if (page.Size > 1)
            Rows = Math.Min(Rows, page.Size / 2);
        return page.Size > 1;
    }

    /// <summary>Takes in the size of an answer.</summary>
    public void Learn(CallEventPage page)
    {
        if (Rows >= _most || page.Events.Count < Rows)
            return;
        var bytes = page.Events.Sum(row => (long)row.Raw.Length);
        if (bytes * 2 * Spare <= maxBytes)
            Rows = Math.Min(Rows * 2, _most);
    }
}
