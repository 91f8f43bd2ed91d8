using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The query that a person asked for.</summary>
/// <param name="Query">The whole query, to become the page's address.</param>
/// <param name="Replace">Whether it replaces the entry in the browser's history: choosing does not, typing does.</param>
public sealed record QueryChange(CallEventQuery Query, bool Replace);
