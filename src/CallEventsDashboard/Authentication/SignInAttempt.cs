using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace CallEventsDashboard.Authentication;

/// <summary>An attempt to sign in. It travels to the provider and back in the encrypted state, so that the browser keeps nothing of it.</summary>
internal static class SignInAttempt
{
    private const string Browser = ".attempt.browser";
    private const string Begun = ".attempt.begun";
    private const string Nonce = ".attempt.nonce";
    private const string Again = ".attempt.again";
    private const string Fresh = ".attempt.fresh";

    public static void Begin(AuthenticationProperties properties, string browser, DateTimeOffset now)
    {
        properties.Items[Browser] = browser;
        properties.Items[Begun] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the attempt was begun in that browser, and not longer ago than that. What is known of that is forgotten.</summary>
    public static bool End(AuthenticationProperties properties, string? browser, DateTimeOffset now, TimeSpan limit)
        => properties.Items.Remove(Browser, out var known) & properties.Items.Remove(Begun, out var begun)
            && known is not null && known == browser
            && long.TryParse(begun, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && now - DateTimeOffset.FromUnixTimeMilliseconds(at) <= limit;

    public static void KeepNonce(AuthenticationProperties properties, string nonce) => properties.Items[Nonce] = nonce;

    public static string? TakeNonce(AuthenticationProperties properties) => properties.Items.Remove(Nonce, out var nonce) ? nonce : null;

    /// <summary>Marks an attempt that takes the place of one that failed: there is no third.</summary>
    public static void MarkAgain(AuthenticationProperties properties) => properties.Items[Again] = "true";

    public static bool IsAgain(AuthenticationProperties properties) => properties.Items.ContainsKey(Again);

    /// <summary>Marks an attempt by which the person must show the provider anew who they are.</summary>
    public static void MarkFresh(AuthenticationProperties properties, DateTimeOffset now)
        => properties.Items[Fresh] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Since when the person must have shown it; null where it does not matter.</summary>
    public static DateTimeOffset? FreshSince(AuthenticationProperties properties)
        => properties.Items.TryGetValue(Fresh, out var since) && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
