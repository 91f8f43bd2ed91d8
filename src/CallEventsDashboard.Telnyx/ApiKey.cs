namespace CallEventsDashboard.Telnyx;

/// <summary>A Telnyx API key. It prints as its last four characters, so that no log, trace or page can show it by accident.</summary>
public sealed class ApiKey
{
    private readonly string _secret;

    private ApiKey(string secret) => _secret = secret;

    /// <summary>The last four characters, or fewer for a very short key: at most half of it is ever shown.</summary>
    public string LastFour => _secret[^Math.Min(4, _secret.Length / 2)..];

    /// <summary>Reads what a person pasted: surrounding white space and a leading <c>Bearer</c> are dropped, nothing else is judged.</summary>
    /// <returns>Null when nothing is left, or when what is left can't be sent in a header (white space or control characters inside, or not ASCII).</returns>
    public static ApiKey? TryParse(string? pasted)
    {
        const string Scheme = "Bearer";
        var text = pasted?.Trim() ?? "";
        if (text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && (text.Length == Scheme.Length || char.IsWhiteSpace(text[Scheme.Length])))
            text = text[Scheme.Length..].Trim();
        return text.Length > 0 && text.All(c => c is > ' ' and < '\u007f') ? new ApiKey(text) : null;
    }

    /// <summary>The key itself: for the Authorization header and for protected storage, and for nothing else.</summary>
    public string Reveal() => _secret;

    public override string ToString() => $"••{LastFour}";
}
