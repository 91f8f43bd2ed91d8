using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The numbers beside the values of one menu, counted while it is open. Used on the page's own turn only.</summary>
public sealed class MenuCounts : IDisposable
{
    private readonly Dictionary<string, int?> _counts = new(StringComparer.Ordinal);
    private HashSet<string> _awaited = [];
    private CancellationTokenSource? _asking;
    private CallEventFeed? _feed;
    private CountOrder? _order;

    /// <summary>Raised with the value whose number has come, or with null when that of any may be awaited or no longer.</summary>
    public event Action<string?>? Changed;

    /// <summary>What is left of the allowance where numbers wait until requests are to spare for them; null where none do.</summary>
    public Allowance? HeldBy => _awaited.Count > 0 && _feed?.Status.Allowance is { HasSpare: false } allowance ? allowance : null;

    public bool IsAwaited(string value) => _awaited.Contains(value);

    /// <summary>Null while it is not known, and where it can't be.</summary>
    public int? Of(string value) => _counts.GetValueOrDefault(value);

    /// <summary>Counts these values and no others any more.</summary>
    /// <param name="feed">The list that is shown; without one nothing is counted.</param>
    public async Task AskAsync(CallEventFeed? feed, FilterParameter parameter, IReadOnlyList<string> values)
    {
        Stop();
        if (feed is null)
            return;
        using var asking = _asking = new CancellationTokenSource();
        var order = new CountOrder(values);
        (_feed, _order) = (feed, order);
        _counts.Clear();
        _awaited = [.. values];
        Changed?.Invoke(null);
        try
        {
            await foreach (var (value, count) in feed.CountAsync(parameter, order, asking.Token))
            {
                if (_asking != asking)
                    return;
                _counts[value] = count;
                _awaited.Remove(value);
                Changed?.Invoke(value);
            }
        }
        catch (OperationCanceledException)
        {
            // The menu was closed, other values were asked for, or the list gave way to another.
        }
        finally
        {
            if (_asking == asking)
                Stop();
        }
    }

    /// <summary>Counts a value before the others, as somebody points at it.</summary>
    public void Prefer(string value) => _order?.Prefer(value);

    /// <summary>Counts no more: the menu was closed.</summary>
    public void Stop()
    {
        var asking = _asking;
        _asking = null;
        asking?.Cancel();
        _awaited = [];
        Changed?.Invoke(null);
    }

    /// <summary>Counts no more and forgets every number: they are those of another list.</summary>
    public void Clear()
    {
        _counts.Clear();
        Stop();
    }

    public void Dispose()
    {
        Changed = null;
        Stop();
    }
}
