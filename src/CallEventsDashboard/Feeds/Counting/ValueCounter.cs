using System.Runtime.CompilerServices;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>
/// Counts what a list would have at each value of a filter. A service that ignores the filter answers every value with the total of all, and its one row
/// may match by chance: so no number is given before one of them shows that the filter was applied.
/// </summary>
/// <param name="query">The list, without a search.</param>
internal sealed class ValueCounter(CallEventQuery query, SharedCounts counts)
{
    /// <summary>How many values are counted at one asking; a longer list is narrowed by typing.</summary>
    public const int MaxValues = 60;

    private const int UnderWay = 2;

    /// <summary>A number for each value as they come; a value may be given again when more is known of it.</summary>
    /// <param name="values">An empty one stands for the list without the filter.</param>
    /// <param name="wanted">Cancelled when nobody looks any more: what was not sent by then is not sent.</param>
    public async IAsyncEnumerable<ValueCount> CountAsync(FilterParameter parameter, CountOrder values, [EnumeratorCancellation] CancellationToken wanted)
    {
        var all = (await CountAsync(parameter, "", wanted)).Count;
        var isProven = all is not > 0;
        var held = new List<ValueCount>();
        await foreach (var count in EachAsync(parameter, values, all, wanted))
        {
            isProven |= count.Value.Length > 0 && count.Count <= all / 2;
            if (count is { Value.Length: > 0, Count: not null } && !isProven)
            {
                held.Add(count);
                continue;
            }

            yield return count;
            if (!isProven)
                continue;
            foreach (var known in held)
                yield return known;
            held.Clear();
        }

        // Where nearly all events have the values that were counted, none of them can show it.
        isProven = held.Count > 0 && parameter.NoSuchValue is { } none && (await CountAsync(parameter, none, wanted)).Count is 0;
        foreach (var unproven in held)
            yield return isProven ? unproven : unproven with { Count = null };
    }

    private async IAsyncEnumerable<ValueCount> EachAsync(FilterParameter parameter, CountOrder values, int? all, [EnumeratorCancellation] CancellationToken wanted)
    {
        var coming = new Queue<(string Value, Task<CountAnswer> Answer)>();
        // Without any event there is none at any value either; where all can't be counted, a part can't.
        var goesOn = all > 0;
        var taken = 0;
        while (true)
        {
            while (coming.Count < UnderWay && values.Take() is { } value)
            {
                taken++;
                coming.Enqueue((value, goesOn && value.Length > 0 && taken <= MaxValues ? CountAsync(parameter, value, wanted) : Task.FromResult(CountAnswer.Unknown)));
            }

            if (coming.Count == 0)
                break;
            var (next, asked) = coming.Dequeue();
            var answer = await asked;
            goesOn &= answer.IsRead;
            yield return new ValueCount(next, next.Length == 0 || all == 0 ? all : answer.Count);
        }
    }

    private Task<CountAnswer> CountAsync(FilterParameter parameter, string value, CancellationToken wanted) =>
        counts.CountAsync(parameter.Only(query, value), wanted);
}
