using System.Globalization;
using System.Net.Http.Headers;

namespace CallEventsDashboard.Telnyx;

/// <summary>
/// The headers <c>x-ratelimit-*</c>. Telnyx sends <c>x-ratelimit-limit: 40, 40;w=60</c> (the limit, then its policies, each with the seconds of its
/// window), <c>x-ratelimit-remaining: 39</c> and <c>x-ratelimit-reset: 15</c>, and its windows are fixed: one of 60 s begins with each minute of UTC. A plain
/// number, and a reset as an epoch, are what it documents.
/// </summary>
internal static class RateLimitHeaders
{
    private const decimal SmallestEpoch = 1e6m;
    private const decimal SmallestEpochInMilliseconds = 1e11m;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // The header Date and the seconds until the reset are both whole ones.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(2);

    /// <summary>Null when the headers don't say.</summary>
    /// <param name="clock">What times are compared with when the answer has no <c>Date</c> of its own.</param>
    public static RateLimit? Read(HttpResponseHeaders headers, DateTimeOffset clock)
    {
        if (Limit(headers) is not var (limit, window) || Number(Raw(headers, "x-ratelimit-remaining")) is not (<= int.MaxValue and var remaining))
            return null;
        var now = headers.Date ?? clock;
        var resetIn = ResetIn(headers, now, window);
        return new RateLimit(limit, (int)remaining, resetIn, now + resetIn) { Window = window ?? Minute };
    }

    /// <summary>How long until the next window begins: by the header, else by the clock.</summary>
    /// <param name="clock">As in <see cref="Read"/>.</param>
    public static TimeSpan ResetIn(HttpResponseHeaders headers, DateTimeOffset clock) => ResetIn(headers, headers.Date ?? clock, Limit(headers)?.Window);

    /// <summary>The first value of a header as it was sent: a typed header is null for a fraction, or a number beyond 32 bits.</summary>
    public static string? Raw(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;

    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan ResetIn(HttpResponseHeaders headers, DateTimeOffset now, TimeSpan? window)
    {
        var told = Number(Raw(headers, "x-ratelimit-reset")) is { } reset ? FromReset(reset, now) : (TimeSpan?)null;
        var resetIn = (told, window) switch
        {
            (null, _) => Next(now, window ?? Minute) - now,
            ({ } some, null) => some,
            ({ } some, { } known) => Nearest(now + some, known) is var at && (at - now - some).Duration() <= Rounding ? at - now : some,
        };
        return TimeSpan.FromTicks(Math.Clamp(resetIn.Ticks, Shortest.Ticks, (window ?? Minute).Ticks));
    }

    private static DateTimeOffset Next(DateTimeOffset at, TimeSpan window) => new(at.UtcTicks - (at.UtcTicks % window.Ticks) + window.Ticks, TimeSpan.Zero);

    private static DateTimeOffset Nearest(DateTimeOffset at, TimeSpan window) => Next(at - (window / 2), window);

    private static TimeSpan FromReset(decimal reset, DateTimeOffset now) => Seconds(reset switch
    {
        < SmallestEpoch => reset,
        < SmallestEpochInMilliseconds => reset - now.ToUnixTimeSeconds(),
        _ => (reset - now.ToUnixTimeMilliseconds()) / 1000,
    });

    private static TimeSpan Seconds(decimal seconds) => TimeSpan.FromSeconds((double)Math.Clamp(seconds, 0, (decimal)Longest.TotalSeconds));

    // A list, in one header or in several: "40", "40, 40;w=60", "40;w=60".
    private static (int Limit, TimeSpan? Window)? Limit(HttpResponseHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("x-ratelimit-limit", out var values))
            return null;
        (int Limit, TimeSpan? Window)? first = null;
        foreach (var parts in values.SelectMany(value => value.Split(',')).Select(item => item.Split(';', StringSplitOptions.TrimEntries)))
        {
            if (Number(parts[0].Trim()) is not (>= 1 and <= int.MaxValue and var number))
                continue;
            first ??= ((int)number, null);
            if ((int)number == first.Value.Limit && parts.Skip(1).Select(Window).FirstOrDefault(window => window is not null) is { } known)
                return (first.Value.Limit, known);
        }

        return first;
    }

    private static TimeSpan? Window(string parameter) =>
        parameter.StartsWith("w=", StringComparison.Ordinal) && Number(parameter[2..]) is >= 1 and var seconds ? Seconds(seconds) : null;
}
