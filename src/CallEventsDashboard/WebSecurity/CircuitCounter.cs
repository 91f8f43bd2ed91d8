namespace CallEventsDashboard.WebSecurity;

/// <summary>Counts the open circuits of each person.</summary>
/// <param name="limit">Null for no limit.</param>
internal sealed class CircuitCounter(int? limit) : LimitedCounter(limit);
