using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>Where the links of a session's page lead.</summary>
/// <param name="SessionId">The session that is shown.</param>
/// <param name="Query">The query of the page: that of the list to go back to, with the event that is selected.</param>
/// <param name="Place">What of the session is looked at, which the way to another event of it keeps.</param>
public sealed record SessionAddress(string SessionId, CallEventQuery Query, SessionPlace Place)
{
    /// <summary>Whether the session is shown from a file: then nothing of its page leads to what would have to be asked for.</summary>
    public bool IsOfFile { get; init; }

    /// <summary>This session with an event selected.</summary>
    public string UrlOf(Mark mark) => UrlOf(mark.Event);

    /// <summary>This session with a record selected.</summary>
    public string UrlOf(CallEvent record) => IsOfFile ? DashboardUrls.OpenedFile(record.Fingerprint, Place) : DashboardUrls.Session(SessionId, Query with { Event = record.Fingerprint }, Place);

    /// <summary>Another session, with the same list to go back to; null where it can't be asked for.</summary>
    public string? Other(string sessionId) => IsOfFile || !DashboardUrls.IsSessionId(sessionId) ? null : DashboardUrls.Session(sessionId, Query with { Event = null });

    public bool IsSelected(Mark mark) => mark.Attempts.Any(attempt => attempt.Fingerprint == Query.Event);
}
