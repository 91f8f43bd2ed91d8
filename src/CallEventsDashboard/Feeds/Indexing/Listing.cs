using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Turns answers of the service into rows with an index, and wanted rows into the next page to ask for. Pure: it neither waits nor calls.
/// The feed drives it; what a better way of placing rows needs is another listing, and nothing else.
/// </summary>
internal abstract class Listing
{
    /// <summary>Whether the list is not yet known well enough to show any of it.</summary>
    public virtual bool IsOpening => false;

    /// <summary>Whether the service applies every filter of the list, so that any row can be jumped to and its totals count the list.</summary>
    public virtual bool IsIndexed => false;

    /// <summary>The order of a service that applies every filter of the list; null where it does not, or the order is not known.</summary>
    public virtual ServiceOrder? IndexedOrder => null;

    /// <summary>Whether a row that is read stays at its index while others are read.</summary>
    public virtual bool KeepsIndices => true;

    /// <summary>How many rows can be scrolled.</summary>
    public abstract int RowCount { get; }

    /// <summary>When the newest end was read, where rows may have come in since the first answer; null where none can have, or it is not read.</summary>
    public virtual DateTimeOffset? ReadAt => null;

    /// <summary>Rows that left the 24-hour window before they were read.</summary>
    public virtual int Expired => 0;

    /// <summary>Rows that the service counts and was not found to list.</summary>
    public virtual int Missing => 0;

    /// <summary>Rows of the list that do not show whether they match a filter which the service left out.</summary>
    public virtual int Undecided => 0;

    /// <summary>Rows that came in too late to have an index.</summary>
    public virtual IReadOnlyList<CallEvent> Late => [];

    /// <summary>Whether the service contradicted itself so that its rows can't be indexed.</summary>
    public virtual bool HasLostTrust => false;

    /// <summary>Whether neither the totals of the service nor its page numbers can be relied on: rows are reached only by their times.</summary>
    public virtual bool MustBeReadByTime => false;

    /// <summary>Whether the service heeds no bound, so that what it counted from a row on was not that.</summary>
    public virtual bool HasNoBounds => false;

    /// <summary>Whether the number of rows is not confirmed yet.</summary>
    public virtual bool IsBeingChecked => false;

    public virtual ScanProgress? Scan => null;

    /// <summary>How many rows are remembered, as an index or in whole.</summary>
    public virtual int PlacedRows => RowCount;

    /// <summary>Blocks of whole rows that are held, and can be dropped and read again.</summary>
    public virtual int Blocks => 0;

    /// <summary>The row at an index, or null while it is not read.</summary>
    public abstract CallEvent? Row(int index);

    /// <summary>The row at an index among those that match for certain, or null while it is not read.</summary>
    public virtual CallEvent? DecidedRow(int index) => Row(index);

    /// <summary>The index of a row among those that match for certain; null when it is none of them.</summary>
    public virtual int? DecidedIndex(int index) => index;

    /// <summary>Whether the row left the 24-hour window before it was read.</summary>
    public virtual bool IsExpired(int index) => false;

    /// <summary>Whether the row was given up: the service counts it, and no answer held it.</summary>
    public virtual bool IsMissing(int index) => false;

    /// <summary>The next page that the wanted rows need and that is not on its way; null when none of them is missing.</summary>
    public abstract PageFetch? NextWanted(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay);

    /// <summary>The next page that the reader will need when going on, and that is not on its way.</summary>
    public abstract PageFetch? NextAhead(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay);

    /// <summary>The index of a row that is read, looked for from one index, inclusive, to another, exclusive; null when it is not among them.</summary>
    public int? IndexOf(string fingerprint, int from, int to)
    {
        for (var index = Math.Max(0, from); index < Math.Min(to, RowCount); index++)
        {
            if (Row(index)?.Fingerprint == fingerprint)
                return index;
        }

        return null;
    }

    /// <summary>The smallest request that counts the rows up to an instant, by which <see cref="IndexFromOldEnd"/> knows a row; null where no row can be jumped to.</summary>
    public virtual PageFetch? CountUpTo(DateTimeOffset instant) => null;

    /// <summary>The index of the newest of the oldest so many rows that the service has; null when that row is not in the list, or can't be jumped to.</summary>
    public virtual int? IndexFromOldEnd(int rows) => null;

    public abstract void Place(PageFetch fetch, CallEventPage page);

    /// <summary>Takes in that the answer with one row was larger than is read at once: the row keeps its place all the same, and says so.</summary>
    public abstract void PlaceTooLarge(PageFetch fetch);

    /// <summary>The request that confirms the number of rows, where that could not be done before rows had settled; null where there is nothing to confirm, or they have not settled yet.</summary>
    public virtual PageFetch? Settle() => null;

    /// <summary>The smallest request that counts the events which arrived since; null where the list can't know.</summary>
    public virtual PageFetch? CountArrivals() => null;

    /// <summary>The same, only for those that arrived at the newest end, where rows had not settled: the others came in late. Null where no row had settled.</summary>
    public virtual PageFetch? CountNewest() => null;

    /// <summary>The result of such a count: events that have neither an index nor are kept as late; null when the answer does not say.</summary>
    public virtual int? CountUnplaced(PageFetch fetch, CallEventPage page) => null;

    /// <summary>Drops whole rows that were not looked at for longest, down to so many blocks.</summary>
    public virtual void TrimTo(int blocks)
    {
    }

    /// <summary>Looks again for rows that were given up.</summary>
    public virtual void Retry()
    {
    }

    /// <summary>A page showed that the service left out one more filter: the rows before it may not show whether they match.</summary>
    public virtual void Reconsider()
    {
    }

    /// <summary>Grants another budget of pages, where there is one.</summary>
    public virtual void Continue()
    {
    }
}
