using System.Globalization;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>One bound of <c>occurred_at</c> as an interval of whole microseconds, both ends included.</summary>
internal static class TimeBounds
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    /// <param name="service">What the service makes of a bound.</param>
    public static bool TryRead(string @operator, string value, ServiceBounds service, out (long From, long To) bounds)
    {
        bounds = default;
        if (!DateTimeOffset.TryParseExact(value, Formats, CultureInfo.InvariantCulture, Utc, out var instant))
            return false;
        var ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        var (quotient, rest) = Math.DivRem(ticks, TimeSpan.TicksPerMicrosecond);
        var floor = rest < 0 ? quotient - 1 : quotient;
        var whole = rest == 0;
        var ceiling = whole ? floor : floor + 1;
        (long, long)? found = @operator switch
        {
            "eq" => whole ? (floor, floor) : (1, 0),
            "gt" => (floor + 1, long.MaxValue),
            "gte" => (ceiling, long.MaxValue),
            "lt" => (long.MinValue, ceiling - 1),
            "lte" => (long.MinValue, floor),
            _ => null,
        };
        bounds = found.GetValueOrDefault();
        if (service.AreFiner && whole)
            bounds = @operator switch { "eq" => (1, 0), "gt" => (floor, long.MaxValue), "lte" => (long.MinValue, floor - 1), _ => bounds };
        if (service.AreExclusive && whole)
            bounds = @operator switch { "gte" => (floor + 1, long.MaxValue), "lte" => (long.MinValue, floor - 1), _ => bounds };
        return found is not null;
    }
}
