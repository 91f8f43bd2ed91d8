using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>One of the lists of which another one is made.</summary>
/// <param name="filter">The filters of its requests, without a time.</param>
internal sealed class MergedPart(CallEventFilter filter, ScannedListing rows)
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private int _count;

    public CallEventFilter Filter => filter;

    public ScannedListing Rows => rows;

    /// <summary>The first row that was not taken; null where there is none yet.</summary>
    public CallEvent? Next => _count < rows.FixedRows ? rows.Row(_count) : null;

    /// <summary>Takes <see cref="Next"/>.</summary>
    /// <param name="twins">How many equal rows were taken, with this one.</param>
    public CallEvent Take(out int twins)
    {
        var row = rows.Row(_count++)!;
        twins = _taken[row.Fingerprint] = _taken.GetValueOrDefault(row.Fingerprint) + 1;
        return row;
    }

    /// <summary>Takes none back: the rows are in another order.</summary>
    public void Begin()
    {
        _taken.Clear();
        _count = 0;
    }
}
