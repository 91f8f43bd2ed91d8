using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>What a page says of the rows that came into a live list.</summary>
internal sealed class LiveNews
{
    private readonly List<LiveArrival> _arrivals = [];
    private HashSet<string> _new = [];
    private (string Fingerprint, int Count)? _gap;

    /// <summary>The rows that were inserted so far, in that order.</summary>
    public IReadOnlyList<LiveArrival> Arrivals => _arrivals;

    /// <summary>How often rows were inserted.</summary>
    public int Round { get; private set; }

    /// <summary>Failures among the rows that arrived since <see cref="ForgetFailures"/>.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether a row came in with the last poll that brought any.</summary>
    public bool IsNew(CallEvent row) => _new.Contains(row.Fingerprint);

    /// <summary>How many rows above this one arrived while the list was paused; null where none did.</summary>
    public int? GapAbove(CallEvent row) => _gap is { } gap && gap.Fingerprint == row.Fingerprint ? gap.Count : null;

    public void Add(IReadOnlyCollection<LiveArrival> arrivals)
    {
        if (arrivals.Count == 0)
            return;
        _new = [.. arrivals.Select(arrival => arrival.Row.Fingerprint)];
        _arrivals.AddRange(arrivals);
        Round++;
    }

    /// <param name="below">The row that was the newest when the list was paused.</param>
    /// <param name="rows">How many are above it now.</param>
    public void MarkGap(CallEvent below, int rows) => _gap = (below.Fingerprint, rows);

    public void AddFailures(int count) => Failures += count;

    public void ForgetFailures() => Failures = 0;
}
