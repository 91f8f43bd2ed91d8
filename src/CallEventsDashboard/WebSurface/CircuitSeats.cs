namespace CallEventsDashboard.WebSurface;

/// <summary>Counts the open circuits of each person.</summary>
/// <param name="limit">Null for no limit.</param>
internal sealed class CircuitSeats(int? limit) : Seats(limit);
