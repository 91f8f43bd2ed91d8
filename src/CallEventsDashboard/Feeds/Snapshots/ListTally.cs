using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Looks through the rows of a list that are in memory for the values of a filter. Rows that do not show if they belong to the list are left out.</summary>
internal static class ListTally
{
    public static ValueTally Count(Listing list, FilterParameter parameter)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = list.IsOpening ? 0 : list.RowCount - list.Undecided;
        var isWhole = list is { IsOpening: false, IsBeingChecked: false, Scan: null or { IsDone: true } };
        for (var index = 0; index < rows; index++)
        {
            if (list.DecidedRow(index) is not { } row)
                isWhole = false;
            else if (parameter.Carried?.Invoke(row) is { Length: > 0 } carried)
                counts[carried] = counts.GetValueOrDefault(carried) + 1;
            else
                // Telnyx may know the value that the record does not show.
                isWhole = false;
        }

        // As a link writes them; a record may have a value that no filter takes.
        var values = counts.Select(pair => (FilterValue.Read(parameter, pair.Key).Value, Count: pair.Value)).Where(pair => pair.Value is not null);
        return new ValueTally(values.GroupBy(pair => pair.Value!, pair => pair.Count).ToDictionary(group => group.Key, group => group.Sum(), StringComparer.Ordinal), isWhole);
    }
}
