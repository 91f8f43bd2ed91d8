using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Urls;

/// <summary>A link as it was understood.</summary>
/// <param name="Query">What could be used of it.</param>
/// <param name="Problems">What could not: those of known parameters in the order of a link, then unknown ones.</param>
/// <param name="IsCanonical">False when the link should be rewritten: it has another spelling, order or superfluous parts.</param>
public sealed record ParsedQuery(CallEventQuery Query, IReadOnlyList<QueryProblem> Problems, bool IsCanonical);
