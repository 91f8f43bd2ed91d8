using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>An answer as ranks see it.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="FirstRank">The computed rank of the first row.</param>
/// <param name="IsCutAtNewer">Whether more rows of the first row's time may stand before the page.</param>
/// <param name="IsCutAtOlder">Whether more rows of the last row's time may stand after the page.</param>
/// <param name="Total">The total of this very answer.</param>
internal sealed record ReadPage(IReadOnlyList<CallEvent> Rows, int FirstRank, bool IsCutAtNewer, bool IsCutAtOlder, int? Total)
{
    /// <summary>Whether the answer holds rows where, by its total, there are none.</summary>
    public bool IsBeyondTotal { get; init; }
}
