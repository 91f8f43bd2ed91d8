using System.Runtime.CompilerServices;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Takes the rows of a list in its order, each once, as they come. Rows that left the 24-hour window before they were read, or that no answer held, are passed over.</summary>
internal sealed class SequentialReader(CallEventFeed feed)
{
    /// <summary>The index of the next row.</summary>
    public int Next { get; private set; }

    /// <summary>Rows among those before it that came into the list after they were read.</summary>
    public int Inserted { get; private set; }

    /// <summary>Whether the dashboard filters the list itself, as the reader has seen it.</summary>
    public bool IsScan { get; private set; }

    public void Restart() => (Next, Inserted) = (0, 0);

    /// <summary>Takes in that a row came into the list.</summary>
    /// <returns>Whether its turn is over, so that <see cref="Take"/> does not give it.</returns>
    public bool TryPass(int index)
    {
        if (index >= Next)
            return false;
        (Next, Inserted) = (Next + 1, Inserted + 1);
        return true;
    }

    /// <summary>Begins again where a service turned out to leave a filter out: then its rows are counted again.</summary>
    /// <returns>Whether it did.</returns>
    public bool TryRestart(FeedStatus status)
    {
        if (IsScan == status.Scan is not null)
            return false;
        IsScan = !IsScan;
        Restart();
        return true;
    }

    /// <summary>Takes the rows that are read, up to an index, exclusive; a row that is passed over is null.</summary>
    public IEnumerable<(int Index, CallEvent? Row)> Take(int end)
    {
        for (; Next < end; Next++)
        {
            var row = feed.Row(Next);
            if (row is null && !feed.IsExpired(Next) && !feed.IsMissing(Next))
                yield break;
            yield return (Next, row);
        }
    }

    /// <summary>Whether every row of the list that can be read was.</summary>
    public bool IsAtEnd(FeedStatus status) => Next >= status.RowCount && (status.Scan is { } scan ? scan.IsDone : status.Total is not null);

    /// <inheritdoc cref="CallEventFeed.ReadAllAsync"/>
    public async IAsyncEnumerable<CallEvent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = new TaskCompletionSource();
        void Tell() => Volatile.Read(ref news).TrySetResult();
        feed.Changed += Tell;
        try
        {
            while (true)
            {
                Volatile.Write(ref news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                var (before, status) = (Next, feed.Status);
                if (TryRestart(status) && before > 0)
                    yield break;
                foreach (var (_, row) in Take(status.RowCount))
                {
                    if (row is not null)
                        yield return row;
                }

                if (IsAtEnd(status) || status.Failure is { RetryAt: null })
                    yield break;
                if (status.Scan is { IsStopped: true })
                    feed.Continue();
                feed.Want(Next, PageRequest.MaxSize, readsAhead: true);
                await news.Task.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            feed.Changed -= Tell;
        }
    }
}
