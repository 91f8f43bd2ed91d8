namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Telnyx</c>: where the API is and how long it may take. It is the operator's alone; no page can change it.</summary>
public sealed class TelnyxOptions
{
    public const string Section = "Telnyx";

    private static readonly TimeSpan LongestAttempt = TimeSpan.FromMinutes(2);

    /// <summary>https, or http on loopback. A missing final slash is added by <see cref="Address"/>.</summary>
    public string BaseUrl { get; set; } = "https://api.telnyx.com/v2/";

    /// <summary>How long one request may take before it is given up: more than zero, two minutes at most.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary><see cref="BaseUrl"/> as an address that relative ones can be added to.</summary>
    /// <exception cref="UriFormatException">The text is no address; <see cref="Problems"/> says so first.</exception>
    public Uri Address => new(BaseUrl.EndsWith('/') ? BaseUrl : BaseUrl + "/", UriKind.Absolute);

    /// <summary>Every thing that is wrong, each in one sentence that names the setting and the fix.</summary>
    public IEnumerable<string> Problems()
    {
        if (AddressProblem() is { } problem)
            yield return $"{Section}:{nameof(BaseUrl)} {problem}";
        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > LongestAttempt)
            yield return $"{Section}:{nameof(AttemptTimeout)} is {AttemptTimeout:c}: give a time from 00:00:01 to {LongestAttempt:c}, such as 00:00:10 for ten seconds.";
    }

    // The address is not repeated in a message: it may hold a password.
    private string? AddressProblem()
    {
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return "is not a web address: give one such as https://api.telnyx.com/v2/.";
        if (address.Scheme == "http" && !address.IsLoopback)
            return "sends API keys in the clear: use https (http is for this machine alone, such as http://127.0.0.1:5080/v2/).";
        if (BaseUrl.Any(c => c is <= ' ' or >= '\u007f' or '\\'))
            return "holds a character that an address can't have: write it plainly (a name with other letters in its xn-- form), such as https://api.telnyx.com/v2/.";
        return BaseUrl.AsSpan().ContainsAny('@', '?', '#')
            ? "carries more than an address: give scheme, host and path alone, such as https://api.telnyx.com/v2/."
            : null;
    }
}
