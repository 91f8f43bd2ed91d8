namespace CallEventsDashboard.Feeds.Requests;

internal enum RequestPriority
{
    /// <summary>A person waits for it.</summary>
    Interactive,

    /// <summary>Pages ahead of need, and counts.</summary>
    Background,
}
