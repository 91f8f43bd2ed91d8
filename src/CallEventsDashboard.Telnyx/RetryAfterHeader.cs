using System.Globalization;
using System.Net.Http.Headers;

namespace CallEventsDashboard.Telnyx;

/// <summary>How long a 429 asks to wait: <c>Retry-After</c>, else <c>x-ratelimit-reset</c>, which Telnyx documents as seconds and shows as an epoch.</summary>
internal static class RetryAfterHeader
{
    private const decimal SmallestEpoch = 1e6m;
    private const decimal SmallestEpochInMilliseconds = 1e11m;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Unstated = TimeSpan.FromSeconds(5);

    /// <param name="clock">What a date is compared with when the answer has no <c>Date</c> of its own.</param>
    public static TimeSpan Read(HttpResponseHeaders headers, DateTimeOffset clock)
    {
        var now = headers.Date ?? clock;
        var wait = Number(Raw(headers, "Retry-After")) is { } seconds ? Seconds(seconds)
            : headers.RetryAfter?.Date is { } at ? at - now
            : RateLimitReset(Raw(headers, "x-ratelimit-reset"), now) ?? Unstated;
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Shortest.Ticks, Longest.Ticks));
    }

    /// <summary>What the headers tell of the key's allowance; null when they don't.</summary>
    /// <param name="clock">As in <see cref="Read"/>.</param>
    public static RateLimit? ReadLimit(HttpResponseHeaders headers, DateTimeOffset clock) =>
        Number(Raw(headers, "x-ratelimit-limit")) is { } limit and >= 1 and <= int.MaxValue
        && Number(Raw(headers, "x-ratelimit-remaining")) is { } remaining and <= int.MaxValue
            ? new RateLimit((int)limit, (int)remaining, RateLimitReset(Raw(headers, "x-ratelimit-reset"), headers.Date ?? clock))
            : null;

    private static TimeSpan? RateLimitReset(string? text, DateTimeOffset now) => Number(text) switch
    {
        null => null,
        < SmallestEpoch and var seconds => Seconds(seconds),
        < SmallestEpochInMilliseconds and var epoch => Seconds(epoch - now.ToUnixTimeSeconds()),
        var epoch => Seconds((epoch.Value - now.ToUnixTimeMilliseconds()) / 1000),
    };

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan Seconds(decimal seconds) => TimeSpan.FromSeconds((double)Math.Clamp(seconds, 0, (decimal)Longest.TotalSeconds));

    // The typed header is null for a fraction or a number beyond 32 bits.
    private static string? Raw(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;
}
