namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The order in which the service lists events. It documents none, so it is read off its answers.</summary>
internal enum ServiceOrder
{
    Ascending,
    Descending,
}
