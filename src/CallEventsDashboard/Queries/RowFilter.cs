using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>Compares returned rows with a whole query, and the parties of a row with one filter.</summary>
public static class RowFilter
{
    /// <summary>Whether the row is shown: no filter of the query and no bound of its time contradicts it.</summary>
    /// <param name="range">The query's time range, resolved.</param>
    public static bool RowMatches(CallEventQuery query, WantedRange range, CallEvent row) =>
        RowMatches(query, row) && (row.OccurredAt is not { } at || range.Includes(at));

    /// <summary>Whether no filter of the query contradicts the row, whatever its time.</summary>
    public static bool RowMatches(CallEventQuery query, CallEvent row)
    {
        foreach (var condition in query.Conditions.All)
        {
            if (!condition.Allows(row))
                return false;
        }
        return true;
    }

    /// <param name="name"><c>from</c> or <c>to</c>.</param>
    /// <param name="carried">The party that the row itself names.</param>
    internal static FilterMatch CheckParty(string name, string wanted, string? carried, CallEvent row)
    {
        if (row.IsCommand && (string.IsNullOrEmpty(carried) || CommandParty.IsOfAnotherCall(row) || !NumberText.AreSame(wanted, carried)))
            carried = CommandParty.Find(name, row);
        return string.IsNullOrEmpty(carried) ? FilterMatch.CannotTell : Result(NumberText.AreSame(wanted, carried));
    }

    /// <summary>What a row says of a filter that is met where one of two is.</summary>
    internal static FilterMatch Either(FilterMatch one, FilterMatch other) =>
        one is FilterMatch.Matches || other is FilterMatch.Matches ? FilterMatch.Matches
        : one is FilterMatch.CannotTell || other is FilterMatch.CannotTell ? FilterMatch.CannotTell
        : FilterMatch.Contradicts;

    internal static FilterMatch Result(bool matches) => matches ? FilterMatch.Matches : FilterMatch.Contradicts;
}
