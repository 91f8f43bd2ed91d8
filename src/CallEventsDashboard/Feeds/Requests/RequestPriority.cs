namespace CallEventsDashboard.Feeds.Requests;

internal enum RequestPriority
{
    /// <summary>A person waits for it.</summary>
    Interactive,

    /// <summary>Somebody asked for it, and can do without it for a while: the rest of a search, newer events.</summary>
    Background,

    /// <summary>Nobody asked for it, or not for all of it: pages ahead of need, numbers in menus. It is made of requests that would be left over.</summary>
    Spare,
}
