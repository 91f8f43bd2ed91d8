using System.Diagnostics.CodeAnalysis;

namespace CallEventsDashboard.Authentication;

/// <summary>Where somebody goes on to after signing in: a path of this app and nothing else.</summary>
public static class ReturnUrl
{
    private const int MaxLength = 8_000;

    /// <summary>The address as it came when it is local, byte for byte; else the start page.</summary>
    /// <param name="basePath">The path that the app lives below.</param>
    public static string Local(string? url, PathString basePath = default)
        => IsLocal(url) && Below(url, basePath) is { } rest && (rest.Length == 0 || IsLocal(rest)) ? url : basePath.ToUriComponent() + "/";

    /// <summary>
    /// Whether a browser that is sent to <paramref name="url"/> surely stays in this app: one slash in front, printable ASCII, and a path that
    /// no reading of it (decoded once, backslashes as slashes, dots resolved) turns into a host or into signing in again.
    /// </summary>
    public static bool IsLocal([NotNullWhen(true)] string? url)
    {
        if (url is not ['/', ..] || url.Length > MaxLength || url.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return false;
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = Uri.UnescapeDataString(end < 0 ? url : url[..end]);
        return !path.Contains('\\') && !path.Any(char.IsControl) && path[1..].Split('/') is var parts && !AreAmbiguous(parts) && !IsSignIn(parts[0]);
    }

    /// <summary>The address that was asked for, as it came; where the server is below a path that a proxy took away, with that path in front.</summary>
    public static string From(HttpContext context, string rawTarget)
    {
        var basePath = context.Request.PathBase;
        return Local(Below(rawTarget, basePath) is null ? basePath.ToUriComponent() + rawTarget : rawTarget, basePath);
    }

    /// <summary>The path below the base path, from its slash on; null where the address is not below it.</summary>
    private static string? Below(string url, PathString basePath)
    {
        var path = basePath.ToUriComponent();
        if (!url.StartsWith(path, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = url[path.Length..];
        return rest switch
        {
            "" or ['/', ..] => rest,
            ['?' or '#', ..] => "/" + rest,
            _ => null,
        };
    }

    private static bool AreAmbiguous(string[] parts)
        => parts.Where((part, index) => part is "." or ".." || (part.Length == 0 && index < parts.Length - 1)).Any();

    private static bool IsSignIn(string part)
        => part.StartsWith("signin", StringComparison.OrdinalIgnoreCase)
            || part.StartsWith("signout", StringComparison.OrdinalIgnoreCase)
            || part.Equals("signed-out", StringComparison.OrdinalIgnoreCase);
}
