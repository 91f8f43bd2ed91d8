namespace CallEventsDashboard.Feeds.Counting;

/// <summary>The number of events of a query, or why it is not known.</summary>
/// <param name="Count">Null where there is a problem.</param>
/// <param name="Ignored">The names in a link of the filters that rows of the answers contradict.</param>
internal sealed record QueryCount(int? Count, CountProblem Problem, IReadOnlyList<string> Ignored)
{
    public static QueryCount Exactly(int count) => new(count, CountProblem.None, []);

    public static QueryCount Without(CountProblem problem) => new(null, problem, []);
}
