using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>The terms of a live list.</summary>
/// <param name="OpenedAt">T0 of the list that is followed.</param>
/// <param name="Lower">Its lower bound, as the service's clock has it; null where it has none.</param>
/// <param name="Filters">The filters of each request of a poll; null for those of the list.</param>
/// <param name="Matches">Whether a row belongs to the list, whenever it arrived.</param>
/// <param name="CannotTell">Whether a row does not show if it belongs to the list.</param>
/// <param name="HasFailed">Whether a row is a failed webhook or a refused command.</param>
internal sealed record LiveScope(
    DateTimeOffset OpenedAt, DateTimeOffset? Lower, IReadOnlyList<CallEventFilter?> Filters, Func<CallEvent, bool> Matches, Func<CallEvent, bool> CannotTell, Func<CallEvent, bool> HasFailed)
{
    public required PageLimit Limit { get; init; }

    public required BoundWriting Writing { get; init; }
}
