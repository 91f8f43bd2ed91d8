using System.ComponentModel.DataAnnotations;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Feed</c> of the configuration.</summary>
public sealed class FeedOptions : ISettings
{
    public static string Section => "Feed";

    /// <summary>Pages of 250 that a scan reads before it asks to continue: 1 to 4000.</summary>
    [Range(1, 4000, ErrorMessage = "give a whole number from 1 to 4000, such as 40")]
    public int ScanPages { get; set; } = 40;
}
