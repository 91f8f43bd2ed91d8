using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Counts beside one list, shared by everybody who views it with the same key. Equal requests are merged; an answer is kept for 10 s, or for 2 minutes while the key is short of requests.</summary>
/// <param name="failed">Called with the id of an error; the failed count is not kept.</param>
/// <param name="hasPlenty">Whether there is plenty of the key's allowance.</param>
internal sealed class SharedCounts(QueryCounter counter, BackgroundWork work, Action<string> failed, TimeProvider time, Func<bool> hasPlenty)
{
    public const int MaxKept = 500;
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CacheTimeWhenScarce = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<CallEventQuery, SharedCount> _counts = [];

    /// <exception cref="OperationCanceledException">This caller cancelled. Others who wait for the same count are not affected.</exception>
    public async Task<CountAnswer> CountAsync(CallEventQuery query, CancellationToken wanted)
    {
        wanted.ThrowIfCancellationRequested();
        SharedCount count;
        lock (_gate)
        {
            foreach (var old in _counts.Where(pair => IsOld(pair.Value)).Select(pair => pair.Key).ToList())
                _counts.Remove(old);
            if (!_counts.TryGetValue(query, out count!))
            {
                if (_counts.Count >= MaxKept)
                    return CountAnswer.Unknown;
                _counts[query] = count = new SharedCount();
                count.Answer = ReadAsync(query, count);
            }

            count.Waiting++;
        }

        try
        {
            return await count.Answer.WaitAsync(wanted);
        }
        catch (OperationCanceledException) when (!wanted.IsCancellationRequested)
        {
            return CountAnswer.Unread;
        }
        finally
        {
            Leave(query, count);
        }
    }

    private async Task<CountAnswer> ReadAsync(CallEventQuery query, SharedCount count)
    {
        // A request that completes at once must not run under the lock.
        await Task.Yield();
        var answer = await work.RunAsync("counting events", () => AskAsync(query, count), id =>
        {
            failed(id);
            return CountAnswer.Unread;
        });
        if (!answer.IsRead)
            Forget(query, count);
        return answer;
    }

    private async Task<CountAnswer> AskAsync(CallEventQuery query, SharedCount count)
    {
        try
        {
            var answer = await counter.CountAsync(query, count.Unwanted.Token);
            count.ReadAt = time.GetTimestamp();
            return new CountAnswer(answer, IsRead: true);
        }
        catch (TelnyxException)
        {
            return CountAnswer.Unread;
        }
    }

    private void Leave(CallEventQuery query, SharedCount count)
    {
        lock (_gate)
        {
            if (--count.Waiting > 0 || count.Answer.IsCompleted)
                return;
        }

        Forget(query, count);
        count.Unwanted.Cancel();
    }

    private void Forget(CallEventQuery query, SharedCount count)
    {
        lock (_gate)
        {
            if (_counts.GetValueOrDefault(query) == count)
                _counts.Remove(query);
        }
    }

    private bool IsOld(SharedCount count) => count.ReadAt is { } at && time.GetElapsedTime(at) > (hasPlenty() ? CacheTime : CacheTimeWhenScarce);

    private sealed class SharedCount
    {
        public CancellationTokenSource Unwanted { get; } = new();

        public Task<CountAnswer> Answer { get; set; } = null!;

        public long? ReadAt { get; set; }

        public int Waiting { get; set; }
    }
}
