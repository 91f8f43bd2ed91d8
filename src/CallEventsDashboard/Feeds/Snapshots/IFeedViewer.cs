using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>One viewer of a list, as the list that it shares with others sees it.</summary>
internal interface IFeedViewer
{
    /// <summary>With which requests for this viewer are made.</summary>
    ApiKey Key { get; }

    /// <summary>The rows in view; null before the first time that any were wanted.</summary>
    RowWindow? Wanted { get; }

    /// <summary>Whether somebody can see the list, so that it polls for newer events.</summary>
    bool IsWatching { get; }

    /// <summary>Notifies the viewer, on any thread, that the list has changed. Never throws.</summary>
    void RaiseChanged();
}
