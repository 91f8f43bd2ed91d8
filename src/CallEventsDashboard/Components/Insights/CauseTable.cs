using CallEventsDashboard.Feeds.Insights;

namespace CallEventsDashboard.Components.Insights;

/// <summary>Hang-ups by cause, failures first, and by connection: the few with the most failures, and the others together.</summary>
internal sealed class CauseTable
{
    private const int MostConnections = 6;

    private readonly IReadOnlyList<HangupCount> _counts;

    public CauseTable(IReadOnlyList<HangupCount> counts)
    {
        _counts = counts;
        var connections = counts.Where(count => count.ConnectionId is not null).GroupBy(count => count.ConnectionId!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(count => count.IsFailure ? count.Count : 0)).ThenByDescending(group => group.Sum(count => count.Count)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToList();
        Connections = [.. connections.Take(connections.Count == MostConnections + 1 ? MostConnections + 1 : MostConnections)];
        OtherConnections = connections.Count - Connections.Count;
        Causes = [.. counts.GroupBy(count => (count.Cause, count.IsFailure)).Select(group => (group.Key.Cause, group.Key.IsFailure, Count: group.Sum(count => count.Count)))
            .OrderByDescending(cause => cause.IsFailure).ThenByDescending(cause => cause.Count).ThenBy(cause => cause.Cause, StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Connections { get; }

    /// <summary>How many more there are.</summary>
    public int OtherConnections { get; }

    /// <summary>Whether some are of none of <see cref="Connections"/>.</summary>
    public bool HasOthers => OtherConnections > 0 || _counts.Any(count => count.ConnectionId is null);

    public IReadOnlyList<(string? Cause, bool IsFailure, int Count)> Causes { get; }

    public int Failures => _counts.Sum(count => count.IsFailure ? count.Count : 0);

    public int All => _counts.Sum(count => count.Count);

    /// <summary>The most of one cause among failures, or among normal ends.</summary>
    public int MostOf(bool isFailure) => Causes.Where(cause => cause.IsFailure == isFailure).Select(cause => cause.Count).DefaultIfEmpty(1).Max();

    /// <summary>Those of a cause on a connection, or on any where it is null.</summary>
    public IReadOnlyList<HangupCount> Of(string? cause, bool isFailure, string? connectionId) =>
        [.. _counts.Where(count => count.Cause == cause && count.IsFailure == isFailure && (connectionId is null || count.ConnectionId == connectionId))];

    /// <summary>Those on none of <see cref="Connections"/>.</summary>
    public IReadOnlyList<HangupCount> OnOthers(string? cause, bool isFailure) =>
        [.. Of(cause, isFailure, null).Where(count => count.ConnectionId is null || !Connections.Contains(count.ConnectionId, StringComparer.Ordinal))];
}
