using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Events;

/// <summary>The rows of a session's list: one for each event, but one for all attempts to deliver one webhook until it is opened.</summary>
public sealed class SessionLines
{
    private readonly Dictionary<string, SessionLine> _byFingerprint = new(StringComparer.Ordinal);

    /// <param name="opened">Fingerprints of the first attempts of the webhooks whose attempts are listed each.</param>
    public SessionLines(SessionView view, IReadOnlySet<string> opened)
    {
        var lines = new List<SessionLine>();
        var ofMarks = view.Rows.GroupBy(row => row.Mark.Order).ToDictionary(rows => rows.Key, rows => rows.ToList());
        foreach (var row in view.Rows)
        {
            if (!ofMarks.Remove(row.Mark.Order, out var rows))
                continue;
            rows = rows.Count < 2 ? rows : [.. row.Mark.Attempts.Select(attempt => rows.Find(it => ReferenceEquals(it.Event, attempt))).OfType<SessionRecord>()];
            IReadOnlyList<CallEvent> attempts = rows.Count < 2 ? [] : [.. rows.Select(it => it.Event)];
            var isOpen = rows.Count > 1 && opened.Contains(rows[0].Event.Fingerprint);
            foreach (var shown in rows.Take(isOpen ? rows.Count : 1))
                lines.Add(new SessionLine(lines.Count, shown, attempts, isOpen));
            foreach (var it in rows)
                _byFingerprint.TryAdd(it.Event.Fingerprint, lines.Find(line => ReferenceEquals(line.Row, it)) ?? lines[^1]);
        }

        (Lines, Events) = (lines, view.Rows.Count);
    }

    public IReadOnlyList<SessionLine> Lines { get; }

    /// <summary>Events that the rows represent.</summary>
    public int Events { get; }

    public bool HasGroups => Lines.Any(line => line.IsGroup);

    /// <summary>The row that an event has, or is part of.</summary>
    public SessionLine? Find(string fingerprint) => _byFingerprint.GetValueOrDefault(fingerprint);
}
