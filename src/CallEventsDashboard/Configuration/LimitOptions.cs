using System.ComponentModel.DataAnnotations;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Limits</c> of the configuration.</summary>
public sealed class LimitOptions : ISettings
{
    /// <summary>The tabs of one person, where people are told apart.</summary>
    public const int DefaultCircuits = 100;

    public static string Section => "Limits";

    /// <summary>How many tabs one person may have open: at least 1. Null for no limit, as with <see cref="SignInMode.Anonymous"/>, where everybody is the same user.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "give a whole number of at least 1, such as 100")]
    public int? CircuitsPerUser { get; set; }
}
