using System.Globalization;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.Queries;

/// <summary>Instants as links carry them: ISO 8601 with zone, to the microsecond.</summary>
public static partial class IsoInstant
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-ddTHH:mm:ss.FFFFFFzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmzzz",
    ];

    /// <summary>In UTC, without a fraction when it is zero, else with six digits; what is finer than a microsecond is cut off.</summary>
    public static string Write(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var whole = utc.Ticks % TimeSpan.TicksPerSecond < TimeSpan.TicksPerMicrosecond;
        return utc.ToString(whole ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads an instant that names its zone; gives it in UTC, cut to the microsecond. Null when the text is none.</summary>
    public static DateTimeOffset? Read(string text)
    {
        var match = Instant().Match(text);
        if (!match.Success)
            return null;
        var (hours, minutes) = (match.Groups["zh"].Value, match.Groups["zm"].Value);
        // A plus sign that nobody encoded arrives as a space.
        var zone = hours.Length == 0 ? "+00:00" : $"{(match.Groups["sign"].Value == "-" ? "-" : "+")}{hours}:{(minutes.Length == 0 ? "00" : minutes)}";
        var fraction = match.Groups["fraction"].Value;
        var time = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}{(fraction.Length > 7 ? fraction[..7] : fraction)}{zone}";
        return DateTimeOffset.TryParseExact(time, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
    }

    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?<fraction>\.[0-9]{1,12})?(?:Z|(?<sign>[+ -])(?<zh>[0-9]{2}):?(?<zm>[0-9]{2})?)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();
}
