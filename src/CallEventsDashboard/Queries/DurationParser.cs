using System.Globalization;
using System.Text.RegularExpressions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>Spans of time: <c>90m</c> and <c>24h</c> as links carry them, <c>-1h30m</c> and <c>last 2h</c> as people write them.</summary>
public static partial class DurationParser
{
    /// <summary>The longest span that <c>last</c> takes: all that the service lists.</summary>
    public static TimeSpan Longest => CallEventFilter.Horizon;

    /// <summary>Whole hours as <c>2h</c>, everything else in minutes.</summary>
    public static string Write(TimeSpan span) => span.Ticks % TimeSpan.TicksPerHour == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / TimeSpan.TicksPerHour}h")
        : string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / TimeSpan.TicksPerMinute}m");

    /// <summary>Reads <c>&lt;n&gt;m</c> or <c>&lt;n&gt;h</c> from one minute to 24 hours; null when the text is none.</summary>
    public static TimeSpan? ReadLink(string text)
    {
        var match = Link().Match(text);
        if (!match.Success)
            return null;
        var count = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        var span = match.Groups["unit"].ValueSpan is "h" ? TimeSpan.FromHours(count) : TimeSpan.FromMinutes(count);
        return span >= TimeSpan.FromMinutes(1) && span <= Longest ? span : null;
    }

    /// <summary>Reads a span back from now as a person writes it, up to 99 days; null when the text is none.</summary>
    public static TimeSpan? Read(string text)
    {
        var match = Typed().Match(text);
        if (!match.Success)
            return null;
        var span = TimeSpan.FromDays(Count(match, "d")) + TimeSpan.FromHours(Count(match, "h")) + TimeSpan.FromMinutes(Count(match, "m")) + TimeSpan.FromSeconds(Count(match, "s"));
        return span > TimeSpan.Zero ? span : null;
    }

    private static int Count(Match match, string unit) => match.Groups[unit] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?<n>[0-9]{1,5})(?<unit>[mh])\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"\A(?:last\s+|[-−]\s*)?(?=[0-9])(?:(?<d>[0-9]{1,2})\s*d(?:ays?)?\s*)?(?:(?<h>[0-9]{1,4})\s*h(?:ours?|rs?)?\s*)?(?:(?<m>[0-9]{1,5})\s*m(?:in(?:ute)?s?)?\s*)?(?:(?<s>[0-9]{1,6})\s*s(?:ec(?:ond)?s?)?\s*)?(?:ago)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();
}
