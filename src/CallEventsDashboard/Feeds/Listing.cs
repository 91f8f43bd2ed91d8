using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// Turns answers of the service into rows with an index, and wanted rows into the next page to ask for. Pure: it neither waits nor calls.
/// The feed drives it; what a better way of placing rows needs is another listing, and nothing else.
/// </summary>
internal abstract class Listing
{
    /// <summary>Whether the list is not yet known well enough to show any of it.</summary>
    public virtual bool IsOpening => false;

    /// <summary>How many rows can be scrolled.</summary>
    public abstract int RowCount { get; }

    /// <summary>Rows that can never be read again.</summary>
    public virtual int Expired => 0;

    /// <summary>Rows that came in too late to have an index.</summary>
    public virtual IReadOnlyList<CallEvent> Late => [];

    /// <summary>Whether the service contradicted itself so that its rows can't be indexed.</summary>
    public virtual bool HasLostTrust => false;

    public virtual ScanProgress? Scan => null;

    /// <summary>The row at an index, or null while it is not read.</summary>
    public abstract CallEvent? Row(int index);

    /// <summary>Whether the row left the 24-hour window before it was read.</summary>
    public virtual bool IsExpired(int index) => false;

    /// <summary>The next page that the wanted rows need and that is not on its way; null when nothing is missing.</summary>
    public abstract PageAsk? Next(RowWindow wanted, IReadOnlyCollection<PageAsk> onTheirWay);

    public abstract void Place(PageAsk ask, CallEventPage page);

    /// <summary>The smallest request that counts the events which arrived since; null where the list can't tell.</summary>
    public virtual PageAsk? LookOut() => null;

    /// <summary>What the answer to <see cref="LookOut"/> tells: events that have neither an index nor are held back as late; null when it does not tell.</summary>
    public virtual int? CountNewer(PageAsk ask, CallEventPage page) => null;

    /// <summary>Grants another budget of pages, where there is one.</summary>
    public virtual void Continue()
    {
    }
}
