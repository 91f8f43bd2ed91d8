using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Reads a list for what is done beside showing its rows.</summary>
internal interface IListReader
{
    /// <summary>Looks at the list, or at null before it is open, while nothing changes it.</summary>
    T Look<T>(Func<Listing?, T> look);

    /// <summary>Reads one page that is needed for the next step; where Telnyx asks to wait, it is read after the wait.</summary>
    /// <exception cref="TelnyxException">No page could be read.</exception>
    /// <exception cref="OperationCanceledException">It is no longer wanted, and was not sent.</exception>
    Task<CallEventPage> ReadAsync(PageFetch fetch, CancellationToken wanted);

    /// <summary>Reads what no row in view waits for, after everything that one does.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    Task<CallEventPage> ReadBesideAsync(PageFetch fetch, RequestPriority priority, CancellationToken wanted);

    /// <summary>Reads and places a page out of turn, unless it is on its way: then its coming is waited for.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    Task FetchAsync(PageFetch fetch, CancellationToken wanted);

    /// <summary>Confirms the number of rows, where that could not be done before they had settled. The list says that it is not checked yet where this fails.</summary>
    /// <exception cref="OperationCanceledException">It is no longer wanted, and was not sent.</exception>
    Task SettleAsync(CancellationToken wanted);
}
