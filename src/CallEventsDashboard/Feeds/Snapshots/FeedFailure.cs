using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Why a list can't be read on: an answer of the service, or an error of the dashboard's own.</summary>
public sealed record FeedFailure
{
    /// <param name="retryAt">When the list asks again by itself; null when a person has to.</param>
    public FeedFailure(TelnyxException error, DateTimeOffset? retryAt) => (Error, RetryAt) = (error, retryAt);

    /// <param name="errorId">Under which the log has the error.</param>
    public FeedFailure(string errorId) => ErrorId = errorId;

    /// <summary>The answer of the service, or its absence; null for an error of the dashboard's own.</summary>
    public TelnyxException? Error { get; }

    /// <summary>The id of an error of the dashboard's own; null where the service failed.</summary>
    public string? ErrorId { get; }

    public DateTimeOffset? RetryAt { get; }
}
