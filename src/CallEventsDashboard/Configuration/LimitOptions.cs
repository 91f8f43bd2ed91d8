using System.ComponentModel.DataAnnotations;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Limits</c> of the configuration.</summary>
public sealed class LimitOptions : ISettings
{
    /// <summary>The tabs of one person, where people are identified.</summary>
    public const int DefaultCircuits = 100;

    /// <summary>With <see cref="SignInMode.Anonymous"/>, where an address is all that is known of anybody.</summary>
    public const int AnonymousConnections = 300;

    // A tab too many needs a connection to be notified.
    private const int SpareConnections = 20;

    public static string Section => "Limits";

    /// <summary>How many tabs one person may have open: at least 1. Null for no limit, as with <see cref="SignInMode.Anonymous"/>, where everybody is the same user.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "give a whole number of at least 1, such as 100")]
    public int? CircuitsPerUser { get; set; }

    /// <summary>How many connections to the hub one person may have, where people are identified: a page whose connection was lost has two until the server notices. Null for no limit.</summary>
    public int? ConnectionsPerUser => CircuitsPerUser is { } circuits ? (int)Math.Min((2L * circuits) + SpareConnections, int.MaxValue) : null;

    /// <summary>How many connections to the hub may come from one IPv4 address, or one IPv6 network of 64 bits: at least 1.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "give a whole number of at least 1, such as 1000")]
    public int ConnectionsPerAddress { get; set; } = 1000;

    /// <summary>How many connections to the hub there may be in all: at least 1.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "give a whole number of at least 1, such as 2000")]
    public int Connections { get; set; } = 2000;
}
