using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>A session with what a page needs to find its way in it. Built once for each reading.</summary>
public sealed class SessionView
{
    private const string NoLeg = "–";

    private readonly Dictionary<string, SessionRecord> _byFingerprint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _legNames = new(StringComparer.OrdinalIgnoreCase);

    public SessionView(CallSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
        foreach (var leg in session.Legs)
            _legNames[leg.LegId] = Letters.Format(_legNames.Count);
        var records = session.Marks.SelectMany(mark => mark.Attempts, (mark, record) => (Mark: mark, Record: record))
            .OrderBy(entry => entry.Record.OccurredAt ?? DateTimeOffset.MaxValue);
        Rows = [.. records.Select((entry, index) => new SessionRecord(index, entry.Record, entry.Mark, LegName(entry.Record.LegId), entry.Record.OccurredAt - session.Start))];
        foreach (var row in Rows)
            _byFingerprint.TryAdd(row.Event.Fingerprint, row);
    }

    private SessionView(SessionView whole, Func<SessionRecord, bool> isShown)
    {
        (Session, _legNames) = (whole.Session, whole._legNames);
        Rows = [.. whole.Rows.Where(isShown).Select((row, index) => row with { Index = index })];
        foreach (var row in Rows)
            _byFingerprint.TryAdd(row.Event.Fingerprint, row);
    }

    public CallSession Session { get; }

    /// <summary>Every record of the session, by time.</summary>
    public IReadOnlyList<SessionRecord> Rows { get; }

    /// <summary>The same session with the records of only one leg; null where the leg has none.</summary>
    public SessionView? OfLeg(string legId) =>
        new SessionView(this, row => legId.Equals(row.Event.LegId, StringComparison.OrdinalIgnoreCase)) is { Rows.Count: > 0 } view ? view : null;

    /// <summary>The row of a record; of twins that a list distinguished in another way, the first. Null when the session has no such record.</summary>
    public SessionRecord? Find(string? fingerprint) => fingerprint is null ? null
        : _byFingerprint.GetValueOrDefault(fingerprint) ?? _byFingerprint.GetValueOrDefault(fingerprint.Split('~')[0]);

    /// <summary><c>A</c> for the first leg; a dash for none.</summary>
    public string LegName(string? legId) => _legNames.GetValueOrDefault(legId ?? "", NoLeg);

    /// <summary><c>leg A</c>, or <c>no leg</c>.</summary>
    public string LegWords(string? legId) => _legNames.TryGetValue(legId ?? "", out var name) ? $"leg {name}" : "no leg";
}
