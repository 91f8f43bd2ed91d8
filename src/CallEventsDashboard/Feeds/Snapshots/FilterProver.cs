using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Finds out, once a list is open, which filters were applied, where rows are left that may contradict them: from what the key's allowance has to spare.</summary>
internal sealed class FilterProver(FilterProof proof, Lock gate, Action changed)
{
    /// <param name="attended">Cancelled when the last viewer has left.</param>
    public async Task ProveAsync(FeedOpening opening, CancellationToken attended)
    {
        IReadOnlyList<FilterParameter> filters;
        lock (gate)
            filters = opening.Listing.IsIndexed && opening.Total > opening.Listing.PlacedRows ? opening.Verification.Confirmed : [];
        if (filters.Count == 0)
            return;
        try
        {
            await foreach (var (parameter, isApplied) in proof.ProveAsync(filters, opening.Bound, opening.Total!.Value, attended))
            {
                lock (gate)
                    opening.Verification.Prove(parameter, isApplied);
                changed();
            }
        }
        catch (TelnyxException)
        {
            // The list stands without it, and the log says what happened.
        }
    }
}
