using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds;

/// <summary>Says of a list what a page says of it.</summary>
internal static class FeedStatusFactory
{
    /// <param name="hidesUndecided">Whether rows that do not show if they match are left out.</param>
    public static FeedStatus Create(Snapshot state, RequestSender sender, RequestBudget budget, bool hidesUndecided)
    {
        var (plan, listing, arrivals) = (state.Plan, state.Listing, state.Arrivals);
        return new FeedStatus
        {
            Coverage = FeedCoverage.From(plan, listing, state.Failures.Failure),
            Total = plan.RangeCoverage is RangeCoverage.None ? 0 : listing is { IsOpening: false } ? listing.RowCount - listing.Undecided : null,
            RowCount = (listing?.RowCount ?? 0) - (hidesUndecided ? listing?.Undecided ?? 0 : 0),
            CannotTell = listing?.Undecided ?? 0,
            AsOf = state.Opening?.AsOf,
            From = plan.Wanted.From,
            To = plan.Wanted.To,
            Horizon = plan.ReachesBeyondHorizon ? null : plan.Horizon,
            AppliedBy = state.Verification.Verdicts(isWhole: listing is { IsOpening: false } && listing.PlacedRows >= listing.RowCount && listing.Scan is not { IsDone: false }),
            FilteredHere = [.. state.Query.Conditions.FilteredHere],
            AreBoundsRefused = state.Writing.AreRefused,
            AreBoundsExclusive = state.Writing.IsExclusive,
            HasBegunAnew = state.HasBegunAnew,
            Failure = state.Failures.Failure ?? state.Failures.BesideFailure,
            Retrying = sender.Retrying,
            Requests = sender.Answered,
            Scan = listing?.Scan,
            IsBeingChecked = listing is { IsBeingChecked: true },
            Expired = listing?.Expired ?? 0,
            Missing = listing?.Missing ?? 0,
            // A late event that was only counted is kept once its page is read again, and is the same event then.
            Late = Math.Max(listing?.Late.Count ?? 0, arrivals.Late),
            Newer = arrivals.Newer,
            WaitUntil = budget.WaitUntil,
            HeldUntil = budget.HeldUntil,
            Allowance = budget.Allowance,
        };
    }
}
