using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>The tray: rows that came in after their neighbours had been placed, so that no index is left for them. Each is held once, however often it is met.</summary>
internal sealed class LateRows
{
    private readonly List<CallEvent> _rows = [];
    private readonly HashSet<string> _fingerprints = new(StringComparer.Ordinal);

    public IReadOnlyList<CallEvent> Rows => _rows;

    public void Add(IEnumerable<CallEvent> rows) => _rows.AddRange(rows.Where(row => _fingerprints.Add(row.Fingerprint)));
}
