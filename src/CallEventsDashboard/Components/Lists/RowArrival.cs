using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Live;

namespace CallEventsDashboard.Components.Lists;

/// <summary>How a row came into a live list.</summary>
/// <param name="Round">The number of the poll that brought it, where that was the last one.</param>
/// <param name="Gap">How many rows above it arrived while the list was paused; null where none did.</param>
public sealed record RowArrival(int? Round, int? Gap)
{
    /// <summary>The words at the edge of the gap.</summary>
    public string? Edge => Gap is { } gap ? $"{CountText.Format(gap)} new while paused" : null;

    /// <summary>Another class for every other poll, so that the row is tinted anew.</summary>
    public string? Class => Round is { } round ? $"arrived {(round % 2 == 0 ? "even" : "odd")}" : null;

    /// <summary>Creates what there is to say of a row; null where that is nothing.</summary>
    /// <param name="live">How the list is followed; null where it is not live.</param>
    /// <param name="isNew">Whether it came in with the last poll that brought any.</param>
    public static RowArrival? From(LiveStatus? live, bool isNew, int? gap) => live is not null && (isNew || gap is not null) ? new RowArrival(isNew ? live.Round : null, gap) : null;
}
