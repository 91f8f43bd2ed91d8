using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>Counts hang-ups by their cause and connection.</summary>
internal sealed class HangupTally
{
    private readonly Dictionary<(string? Cause, string? ConnectionId, string Name, bool IsFailure), (int Count, string? Search)> _counts = [];

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<HangupCount> Counts =>
        [.. _counts.Select(pair => new HangupCount(pair.Key.Cause, pair.Key.ConnectionId, pair.Key.Name, pair.Key.IsFailure, pair.Value.Count, pair.Value.Search)).OrderByDescending(count => count.Count).ThenBy(count => count.Cause, StringComparer.Ordinal)];

    public void Add(CallEvent row)
    {
        var cause = CallEventBody.Payload(row).Text("hangup_cause") is { Length: > 0 } text ? text : null;
        var place = (cause, row.ConnectionId is { Length: > 0 } id ? id : null, row.Name, CallFailure.IsReported(row));
        var (count, search) = _counts.GetValueOrDefault(place);
        var own = cause is null ? null : RecordSnippet.OfCause(row, cause);
        _counts[place] = (count + 1, count == 0 || search == own ? own : null);
    }
}
