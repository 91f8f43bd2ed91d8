using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>The events behind a measure, read on demand and counted by what they have.</summary>
/// <param name="tally">Gets each event once.</param>
/// <param name="parts">Queries that have no event in common, each with how many it was counted to have.</param>
/// <param name="uncounted">A measure whose events are not among them, as it has no number; null where there is none.</param>
internal sealed class SweptRows<T>(T tally, Action<T, CallEvent> add, IReadOnlyList<(CallEventQuery Query, int Total)> parts, Measure? uncounted, ServiceClock clock)
{
    private IReadOnlyList<RowSweep>? _sweeps;
    private DateTimeOffset? _at;

    public T Tally => tally;

    /// <summary>How many requests the next reading takes.</summary>
    public int NextRequests => Read >= InsightReader.MostRows ? 0 : Math.Min(InsightReader.MostPages, Sweeps.Sum(sweep => sweep.RequestsLeft));

    private IReadOnlyList<RowSweep> Sweeps => _sweeps ??= [.. parts.Select(part => new RowSweep(part.Query, part.Total, clock.Now))];

    private int Read => Sweeps.Sum(sweep => sweep.Read);

    private int NextRows
    {
        get
        {
            var (rows, left) = (0, NextRequests);
            foreach (var sweep in Sweeps)
            {
                var requests = Math.Min(left, sweep.RequestsLeft);
                (rows, left) = (rows + sweep.RowsOf(requests), left - requests);
            }

            return rows;
        }
    }

    /// <param name="readAsync">Reads one page.</param>
    /// <param name="gate">Held while what was read is taken in.</param>
    /// <param name="changed">Called after each page.</param>
    /// <exception cref="TelnyxException">A request failed.</exception>
    public async Task ReadAsync(Func<PageFetch, Task<CallEventPage>> readAsync, Lock gate, Action changed)
    {
        try
        {
            for (var left = NextRequests; left > 0 && Sweeps.FirstOrDefault(sweep => sweep.RequestsLeft > 0) is { } sweep; left--)
            {
                var rows = await sweep.ReadNextAsync(readAsync);
                lock (gate)
                {
                    foreach (var row in rows)
                        add(tally, row);
                    _at = clock.Now;
                }

                changed();
            }
        }
        finally
        {
            foreach (var sweep in Sweeps.Where(sweep => NextRequests == 0 || sweep.RequestsLeft == 0))
                sweep.Close();
        }
    }

    public RowsRead Describe() => new(
        Read, Sweeps.Sum(sweep => sweep.Total), Sweeps.All(sweep => sweep.IsWhole), Sweeps.Any(sweep => sweep.IsIgnored), NextRequests, NextRows, Sweeps.Any(sweep => sweep.IsMost), _at, uncounted);
}
