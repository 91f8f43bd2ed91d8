using System.ComponentModel.DataAnnotations;

namespace CallEventsDashboard.Feeds;

/// <summary>The section <c>Feed</c> of the configuration.</summary>
public sealed class FeedOptions
{
    public const string Section = "Feed";

    /// <summary>Pages of 250 that a scan reads before it asks to continue.</summary>
    [Range(1, 4000)]
    public int ScanPages { get; set; } = 40;
}
