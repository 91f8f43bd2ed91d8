using System.ComponentModel.DataAnnotations;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Telnyx</c>: where the API is and how long it may take. Only the operator sets it; no page can change it.</summary>
public sealed class TelnyxOptions : ISettings
{
    public static string Section => "Telnyx";

    /// <summary>https, or http on loopback. A missing final slash is added by <see cref="Address"/>.</summary>
    public string BaseUrl { get; set; } = "https://api.telnyx.com/v2/";

    /// <summary>How long one request may take before it is given up: more than zero, two minutes at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00", MinimumIsExclusive = true, ErrorMessage = "give a time from 00:00:01 to 00:02:00, such as 00:00:10 for ten seconds")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An http proxy by which the API is reached: scheme, host and port. Null for a direct connection.</summary>
    public string? Proxy { get; set; }

    /// <summary>Whether the name in <see cref="BaseUrl"/> may stand for an address of a private network.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary><see cref="Proxy"/> as an address; null where there is none.</summary>
    /// <exception cref="UriFormatException">The text is no address; <see cref="TelnyxRules"/> say so first.</exception>
    public Uri? ProxyAddress => Proxy?.Trim() is { Length: > 0 } proxy ? new(proxy, UriKind.Absolute) : null;

    /// <summary><see cref="BaseUrl"/> as an address that relative ones can be added to.</summary>
    /// <exception cref="UriFormatException">The text is no address; <see cref="TelnyxRules"/> say so first.</exception>
    public Uri Address => new(BaseUrl.EndsWith('/') ? BaseUrl : BaseUrl + "/", UriKind.Absolute);
}
