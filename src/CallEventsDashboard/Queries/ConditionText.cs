namespace CallEventsDashboard.Queries;

/// <summary>A condition of a filter in words.</summary>
public static class ConditionText
{
    /// <summary><c>is one of</c>, <c>is not</c>, <c>contains none of</c>: what stands between the name of a filter and its values.</summary>
    /// <param name="values">How many there are, from 1.</param>
    public static string Verb(FilterParameter parameter, int values, bool isExcluded) => (parameter.MatchesParts, isExcluded, values) switch
    {
        (false, false, 1) => "is",
        (false, false, _) => "is one of",
        (false, true, 1) => "is not",
        (false, true, _) => "is none of",
        (true, false, 1) => "contains",
        (true, false, _) => "contains one of",
        (true, true, 1) => "does not contain",
        (true, true, _) => "contains none of",
    };
}
