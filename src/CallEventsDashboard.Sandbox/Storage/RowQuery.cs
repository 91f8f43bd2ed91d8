namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>Which rows to select.</summary>
/// <param name="From">Microseconds, inclusive.</param>
/// <param name="To">Microseconds, inclusive.</param>
/// <param name="LiftsHorizon">A leg or a session is asked for: rows beyond the 24 hours count too.</param>
internal sealed record RowQuery(IReadOnlyList<Criterion> Criteria, long From, long To, bool LiftsHorizon)
{
    public static RowQuery All { get; } = new([], long.MinValue, long.MaxValue, LiftsHorizon: true);
}
