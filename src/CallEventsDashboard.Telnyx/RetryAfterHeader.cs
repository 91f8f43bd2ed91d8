using System.Net.Http.Headers;

namespace CallEventsDashboard.Telnyx;

/// <summary>How long a 429 asks to wait: <c>Retry-After</c>, which Telnyx does not send, else until the next window of the key's allowance begins.</summary>
internal static class RetryAfterHeader
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="clock">What a date is compared with when the answer has no <c>Date</c> of its own.</param>
    /// <returns>1 to 60 seconds.</returns>
    public static TimeSpan Read(HttpResponseHeaders headers, DateTimeOffset clock)
    {
        var wait = RateLimitHeaders.Number(RateLimitHeaders.Raw(headers, "Retry-After")) is { } seconds ? TimeSpan.FromSeconds((double)Math.Min(seconds, (decimal)Longest.TotalSeconds))
            : headers.RetryAfter?.Date is { } at ? at - (headers.Date ?? clock)
            : RateLimitHeaders.ResetIn(headers, clock);
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Shortest.Ticks, Longest.Ticks));
    }
}
