namespace CallEventsDashboard.Components.Events;

/// <summary>How a row came into a live list.</summary>
/// <param name="Round">The number of the poll that brought it, where that was the last one.</param>
/// <param name="Gap">How many rows above it arrived while the list was paused; null where none did.</param>
public sealed record RowArrival(int? Round, int? Gap)
{
    /// <summary>Another class for every other poll, so that the row is tinted anew.</summary>
    public string? Class => Round is { } round ? $"arrived {(round % 2 == 0 ? "even" : "odd")}" : null;
}
