using System.Runtime.CompilerServices;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>
/// Reads the rows of one list from its beginning to its end, in the background of its key's requests and with few of them in memory. A list that fails is read
/// on from where it stopped.
/// </summary>
internal sealed class ExportReader(CallEventFeed feed, EventOrder order)
{
    // As many whole rows of the list as are kept behind the reader and in the views of others.
    public const int MostBlocks = 8;

    // Of all pages the one is asked for that holds these and the most behind them; a window as large as a page would be asked for in two.
    private const int Window = 60;

    private readonly SequentialReader _reader = new(feed);
    private ExportOrder _order = new(order);

    /// <summary>Whether every row that can be read was given.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>How often the rows began anew, as Telnyx turned out to leave out a filter: those of before are void.</summary>
    public int Beginnings { get; private set; }

    /// <summary>The rows of the list that were passed so far.</summary>
    public int Passed => _reader.Next;

    public int LeftOut => _order.LeftOut;

    /// <summary>Gives rows as they come. They end with the list, or where it fails: <see cref="FeedStatus.Failure"/> says why.</summary>
    /// <returns>Some rows at a time; none where only the status has changed.</returns>
    /// <exception cref="OperationCanceledException">They are no longer wanted.</exception>
    public async IAsyncEnumerable<IReadOnlyList<CallEvent>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = new TaskCompletionSource();
        void Tell() => Volatile.Read(ref news).TrySetResult();
        feed.Changed += Tell;
        try
        {
            while (!IsAtEnd)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Volatile.Write(ref news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                var status = feed.Status;
                if (_reader.TryRestart(status))
                {
                    _order = new ExportOrder(order);
                    Beginnings++;
                }

                // Rows of a scan may yet come in between those that it has.
                yield return status.Scan is { IsDone: false } ? [] : Take(status);
                if (_reader.IsAtEnd(status))
                {
                    IsAtEnd = true;
                    yield return [.. _order.End()];
                    yield break;
                }

                if (status.Failure is { RetryAt: null })
                    yield break;
                if (status.Scan is { IsStopped: true })
                    feed.Continue();
                feed.WantPatiently(_reader.Next, Window);
                await news.Task.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            feed.Changed -= Tell;
        }
    }

    /// <summary>The rows that are there when nobody waits for the others: those that were held back, and what a scan has found.</summary>
    public IReadOnlyList<CallEvent> TakeRest()
    {
        var status = feed.Status;
        var found = status.Scan is { IsDone: false } ? Take(status) : [];
        return [.. found, .. _order.End()];
    }

    private List<CallEvent> Take(FeedStatus status)
    {
        _order.NoteLate(feed.LateRows);
        var rows = new List<CallEvent>();
        foreach (var (_, row) in _reader.Take(status.RowCount))
        {
            if (row is not null)
                rows.AddRange(_order.Add(row));
        }

        if (status.Scan is null)
            feed.TrimTo(MostBlocks);
        return rows;
    }
}
