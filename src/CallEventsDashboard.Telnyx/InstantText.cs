using System.Globalization;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Instants as the API writes them, and as the dashboard writes them.</summary>
public static class InstantText
{
    private const int SecondsLength = 19;
    private const int MicrosecondDigits = 6;
    private const string RestOfRoundTrip = ".0000000Z";
    private static readonly string[] OffsetFormats = [@"hh\:mm", "hhmm", "hh"];

    /// <summary>UTC with six digits, such as <c>2026-11-23T09:00:00.123456Z</c>; what is below a microsecond is cut off.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads <c>2026-11-23T09:00:00.123456Z</c>, <c>2026-11-23 09:00:00</c> (no zone is UTC), <c>2026-11-23T10:00:00.1+01:00</c>, and digits that are
    /// seconds, milliseconds, microseconds or nanoseconds since 1970, by their size.
    /// </summary>
    /// <returns>UTC, cut to the microsecond; null for any other text, and for a time not after 1970 began: some services send a zero for "unknown".</returns>
    public static DateTimeOffset? Parse(string? text)
    {
        var value = text.AsSpan().Trim();
        if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return FromEpoch(number);
        if (value.Length < SecondsLength || value[10] is not ('T' or 't' or ' '))
            return null;
        return TryReadSeconds(value[..SecondsLength], out var seconds)
            && TryReadFraction(value[SecondsLength..], out var microseconds, out var zone)
            && TryReadOffset(zone, out var offset)
            ? FromTicks(seconds.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond) - offset.Ticks)
            : null;
    }

    internal static DateTimeOffset? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => FromEpoch(number),
        JsonValueKind.String => Parse(value.Text()),
        _ => null,
    };

    // The round-trip format is the one that is read without comparing texts by culture, which took a sixth of the time that a page takes to read.
    private static bool TryReadSeconds(ReadOnlySpan<char> value, out DateTime seconds)
    {
        Span<char> roundTrip = stackalloc char[SecondsLength + RestOfRoundTrip.Length];
        value.CopyTo(roundTrip);
        roundTrip[10] = 'T';
        RestOfRoundTrip.CopyTo(roundTrip[SecondsLength..]);
        return DateTime.TryParseExact(roundTrip, "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out seconds);
    }

    private static bool TryReadFraction(ReadOnlySpan<char> rest, out long microseconds, out ReadOnlySpan<char> zone)
    {
        microseconds = 0;
        zone = rest.Trim();
        if (rest is [] or not ['.' or ',', ..])
            return true;

        var digits = 1;
        for (; digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++)
        {
            if (digits <= MicrosecondDigits)
                microseconds = (microseconds * 10) + (rest[digits] - '0');
        }
        for (var i = digits; i <= MicrosecondDigits; i++)
            microseconds *= 10;
        zone = rest[digits..].Trim();
        return digits > 1;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone is [] or "Z" or "z" or "UTC")
            return true;
        if (zone is not ['+' or '-', ..] || !TimeSpan.TryParseExact(zone[1..], OffsetFormats, CultureInfo.InvariantCulture, out offset))
            return false;
        if (zone[0] == '-')
            offset = -offset;
        return true;
    }

    private static DateTimeOffset? FromEpoch(decimal number)
    {
        decimal? ticks = number switch
        {
            <= 0 => null,
            < 1e11m => number * TimeSpan.TicksPerSecond,
            < 1e14m => number * TimeSpan.TicksPerMillisecond,
            < 1e17m => number * TimeSpan.TicksPerMicrosecond,
            < 1e20m => number / TimeSpan.NanosecondsPerTick,
            _ => null,
        };
        return ticks is { } since && since < DateTime.MaxValue.Ticks ? FromTicks(DateTime.UnixEpoch.Ticks + (long)since) : null;
    }

    private static DateTimeOffset? FromTicks(long ticks)
    {
        var whole = ticks - (ticks % TimeSpan.TicksPerMicrosecond);
        return whole > DateTime.UnixEpoch.Ticks && whole <= DateTime.MaxValue.Ticks ? new DateTimeOffset(whole, TimeSpan.Zero) : null;
    }
}
