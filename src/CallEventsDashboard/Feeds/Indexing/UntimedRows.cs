using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Gives a row whose time can't be read the time of its neighbour, as the service lists it there by a time that only the service knows. It keeps the
/// time that it got first, in whatever answer it is met, so that it has one place.
/// </summary>
internal sealed class UntimedRows
{
    private readonly Dictionary<ulong, List<long>> _places = [];

    /// <param name="fallback">The time that stands for a neighbour where the answer has none with a time; null for none.</param>
    /// <param name="given">Gets the times (ticks) that rows were given.</param>
    /// <returns>The answer with a time for each row; null when there is none to give.</returns>
    public CallEventPage? Settle(CallEventPage page, DateTimeOffset? fallback, HashSet<long> given)
    {
        if (page.Events.All(row => row.OccurredAt is not null))
            return page;
        var rows = page.Events.ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].OccurredAt is not null)
                continue;
            var before = i > 0 ? RankedRows.InstantOf(rows[i - 1]) : null;
            var after = rows.Skip(i + 1).FirstOrDefault(row => row.OccurredAt is not null)?.OccurredAt;
            if ((Older(before, after) ?? fallback) is not { } neighbour)
                return null;
            rows[i] = rows[i] with { StandsAt = Place(rows[i], neighbour, Newer(before, after) ?? neighbour) };
            given.Add(rows[i].StandsAt!.Value.UtcTicks);
        }

        return page with { Events = rows };
    }

    private static DateTimeOffset? Older(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;

    private static DateTimeOffset? Newer(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other ?? one;

    private DateTimeOffset Place(CallEvent row, DateTimeOffset older, DateTimeOffset newer)
    {
        var print = RankedRows.PrintOf(row);
        if (!_places.TryGetValue(print, out var times))
            _places[print] = times = [];
        foreach (var time in times)
        {
            if (time >= older.UtcTicks && time <= newer.UtcTicks)
                return new DateTimeOffset(time, TimeSpan.Zero);
        }

        times.Add(older.UtcTicks);
        return older;
    }
}
