using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>What a page says of the rows that came into a live list.</summary>
internal sealed class LiveNews
{
    private HashSet<string> _new = [];
    private (string Fingerprint, int Count)? _gap;

    /// <summary>How many rows were inserted so far.</summary>
    public int Inserted { get; private set; }

    /// <summary>How often rows were inserted.</summary>
    public int Round { get; private set; }

    /// <summary>Failures among the rows that arrived since <see cref="ForgetFailures"/>.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether a row came in with the last poll that brought any.</summary>
    public bool IsNew(CallEvent row) => _new.Contains(row.Fingerprint);

    /// <summary>How many rows above this one arrived while the list was paused; null where none did.</summary>
    public int? GapAbove(CallEvent row) => _gap is { } gap && gap.Fingerprint == row.Fingerprint ? gap.Count : null;

    public void Insert(IReadOnlyCollection<CallEvent> rows)
    {
        if (rows.Count == 0)
            return;
        _new = [.. rows.Select(row => row.Fingerprint)];
        (Inserted, Round) = (Inserted + rows.Count, Round + 1);
    }

    /// <param name="below">The row that was the newest when the list was paused.</param>
    /// <param name="rows">How many are above it now.</param>
    public void MarkGap(CallEvent below, int rows) => _gap = (below.Fingerprint, rows);

    public void AddFailures(int count) => Failures += count;

    public void ForgetFailures() => Failures = 0;
}
