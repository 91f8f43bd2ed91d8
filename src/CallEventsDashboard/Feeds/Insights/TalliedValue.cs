using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>How many of the failed webhooks that were read have a value.</summary>
/// <param name="Filter">The filter that a list of these takes; null for the host, which is searched for.</param>
/// <param name="Value">Null where the record does not say.</param>
/// <param name="Search">The text by which a search finds the host in a record; null for any other value, and where the records write it differently.</param>
public sealed record TalliedValue(FilterParameter? Filter, string? Value, int Count, string? Search);
