using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>Why a session that is read by its ID will not be whole.</summary>
internal static class SessionProblem
{
    /// <param name="events">How many of its events were read.</param>
    /// <returns>A few words; null while it may become whole.</returns>
    public static string? Find(SessionFeed feed, FeedStatus status, int events) => status switch
    {
        { Failure: { RetryAt: null } failure } => failure.ErrorId is { } id ? $"error {id} in the dashboard" : FailureText.From(failure).Title,
        { Scan: not null } when feed.IsFilterIgnored => "Telnyx did not filter by its id",
        { Scan: { IsStopped: true } } => "not all of its events could be read",
        _ when feed.IsCut && events >= SessionFeed.MostEvents => $"longer than {CountText.Format(SessionFeed.MostEvents)} events",
        { Coverage: Coverage.Partial } when events >= status.RowCount - status.Expired - status.Missing => "some of its events could not be read",
        _ => null,
    };
}
