using System.Globalization;

namespace CallEventsDashboard.Queries;

/// <summary>Reads one point in time as people write it.</summary>
public static class TypedTimeParser
{
    private const string TheWayOut = "Write a span such as -15m or 2h, a time such as 10:52 or yesterday 9:30, or 2026-11-23 10:52:11.";

    private static readonly (string Word, int DaysBack)[] Days = [("today", 0), ("yesterday", 1)];
    private static readonly string[] DateFormats = ["yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];
    private static readonly string[] TimeFormats = ["H:mm:ss.FFFFFF", "H:mm:ss", "H:mm"];

    /// <summary>Reads a trimmed text that is not empty. A text without zone is read in <paramref name="zone"/>; one without date is the latest such time, and a day without time its beginning.</summary>
    public static TypedTime Read(string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (text.Length > 60)
            return new(null, null, $"This is too long for a time. {TheWayOut}");
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
            return new(TimeSpan.Zero, null, null);
        if (DurationParser.Read(text) is { } back)
            return new(back, null, null);
        if (IsoInstant.Read(text) is { } instant)
            return new(null, instant, null);
        if (OnNamedDay(text, zone, now) is { } named)
            return named;
        var plain = text.Replace('T', ' ').Replace('t', ' ');
        if (TryParse(plain, DateFormats, out var local))
            return InZone(local, zone);
        if (!TryParse(text, TimeFormats, out var time))
            return new(null, null, $"This is not a time. {TheWayOut}");
        var today = TimeZoneInfo.ConvertTime(now, zone).Date + time.TimeOfDay;
        var latest = InZone(today, zone);
        return latest.At > now ? InZone(today.AddDays(-1), zone) : latest;
    }

    /// <summary>An instant as it is typed, in the zone; an instant finer than a second keeps its six digits, and one of an hour that the zone has twice its offset.</summary>
    public static string Write(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var whole = local.Ticks % TimeSpan.TicksPerSecond == 0;
        var form = whole ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.ffffff";
        return local.ToString(zone.IsAmbiguousTime(instant) ? $"{form.Replace(' ', 'T')}zzz" : form, CultureInfo.InvariantCulture);
    }

    private static TypedTime? OnNamedDay(string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        foreach (var (word, daysBack) in Days)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var day = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(-daysBack);
            var rest = text[word.Length..];
            if (rest.Length == 0)
                return InZone(day, zone);
            rest = rest.StartsWith(" at ", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
            return TryParse(rest.Trim(), TimeFormats, out var time) ? InZone(day + time.TimeOfDay, zone) : null;
        }

        return null;
    }

    private static bool TryParse(string text, string[] formats, out DateTime value) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private static TypedTime InZone(DateTime local, TimeZoneInfo zone)
    {
        if (local.Year is < 1970 or > 9000)
            return new(null, null, "No event is as old or as new as this; check the year.");
        return zone.IsInvalidTime(local)
            ? new(null, null, "The clock skipped this time when it was put forward; choose a later one.")
            : new(null, new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), null);
    }
}
