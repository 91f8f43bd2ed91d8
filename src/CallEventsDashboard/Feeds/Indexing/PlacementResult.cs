using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The result of placing a page.</summary>
/// <param name="Late">Rows for which there is no rank: they came after their neighbours had been placed.</param>
/// <param name="Covered">The ranks that the page spoke of; one of them that is still empty lost its row.</param>
/// <param name="OpenGap">The time of the last row that found no rank, where nothing that was placed before followed it: there may be more such rows.</param>
/// <param name="IsContradicted">The page and the ranks can't both be right: rows were deleted, or its total is another answer's.</param>
internal sealed record PlacementResult(IReadOnlyList<CallEvent> Late, (int From, int To) Covered, long? OpenGap, bool IsContradicted);
