namespace CallEventsDashboard.Feeds.Counting;

/// <summary>How many of the events that were read have each value of a filter.</summary>
/// <param name="Counts">By value, as a link writes it; events that do not carry the filter's field are in none.</param>
/// <param name="IsWhole">Whether these are all events of the list, and each carries the field, so that the numbers are those of the list.</param>
public sealed record ValueTally(IReadOnlyDictionary<string, int> Counts, bool IsWhole)
{
    internal static ValueTally None { get; } = new(new Dictionary<string, int>(StringComparer.Ordinal), IsWhole: false);
}
