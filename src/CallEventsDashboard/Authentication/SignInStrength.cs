using System.Globalization;
using System.Security.Claims;
using CallEventsDashboard.Configuration;

namespace CallEventsDashboard.Authentication;

/// <summary>Whether the provider did what it was asked: to have the person sign in again, or in a way that is good enough. It may have passed over both.</summary>
internal static class SignInStrength
{
    // Of the clocks of two servers.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <param name="freshSince">Since when the person must have shown who they are; null where that does not matter.</param>
    /// <returns>Null where all is well.</returns>
    public static SignInRefusal? Refusal(ClaimsPrincipal token, SignInOptions options, DateTimeOffset? freshSince, DateTimeOffset now)
    {
        if (options.AcrValues is { Length: > 0 } wanted && !wanted.Split(' ').Contains(token.FindFirst("acr")?.Value, StringComparer.Ordinal))
            return SignInRefusal.Assurance;
        DateTimeOffset? shown = long.TryParse(token.FindFirst("auth_time")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
        if (options.MaxAge is { } age && (shown is not { } at || at + age + Skew < now))
            return SignInRefusal.Stale;
        // Not every provider says when; where max_age is not set, one that does not is believed.
        return freshSince is { } since && shown + Skew < since ? SignInRefusal.Stale : null;
    }
}
