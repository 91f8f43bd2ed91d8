using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Feeds;

/// <summary>One viewer's look at events that are read for it: those of a list, or those of a session.</summary>
public interface IFeed : IDisposable
{
    /// <summary>Raised on any thread when <see cref="Status"/> or events have changed.</summary>
    event Action? Changed;

    FeedStatus Status { get; }

    /// <summary>The last 500 requests for it, newest last.</summary>
    IReadOnlyList<RequestEntry> RequestLog { get; }

    /// <summary>Whether somebody can see it, so that it polls for newer events.</summary>
    bool IsWatching { get; set; }

    /// <summary>Tries again after a failure; while Telnyx asks to wait, this changes nothing.</summary>
    void Retry();

    /// <summary>Lets a scan that stopped at its budget read on.</summary>
    void Continue();
}
