using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds;

internal static class FeedCoverage
{
    public static Coverage From(FilterPlan plan, Listing? listing, FeedFailure? failure) => (listing, failure) switch
    {
        _ when plan.RangeCoverage is RangeCoverage.None => Coverage.Unreachable,
        (null or { IsOpening: true }, not null) => Coverage.Failed,
        (null or { IsOpening: true }, null) => Coverage.Reading,
        ({ Scan: { IsDone: false, IsStopped: false } }, null) => Coverage.Reading,
        ({ Scan.IsDone: false }, _) => Coverage.Partial,
        ({ IsBeingChecked: true }, null) => Coverage.Reading,
        ({ IsBeingChecked: true }, not null) => Coverage.Partial,
        _ when plan.RangeCoverage is RangeCoverage.Partial || listing.Expired + listing.Missing > 0 => Coverage.Partial,
        _ => Coverage.Complete,
    };
}
