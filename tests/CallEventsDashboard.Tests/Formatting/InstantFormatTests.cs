using System.Globalization;
using CallEventsDashboard.Components.Sessions.Timeline;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Formatting;

public sealed class InstantFormatTests
{
    private const string Kolkata = "Asia/Kolkata";
    private const string StJohns = "America/St_Johns";
    private const string LordHowe = "Australia/Lord_Howe";
    private const string Berlin = "Europe/Berlin";

    [Fact]
    public void Utc_EachForm_IsAsItAlwaysWas()
    {
        var (format, at) = (InstantFormat.Utc, At("2026-11-23T10:52:02.778738Z"));

        Assert.Equal(
            ["Nov 23", "Nov 23, 2026", "10:52:02.778", "738", "10:52:02.778 UTC", "10:52:02 UTC", "Nov 23 10:52:02 UTC", "Nov 23 10:52:02.778 UTC", "Nov 23, 2026 10:52:02.778 738 UTC", "2026-11-23 10:52:02.778738Z"],
            [
                format.Day(at), format.Date(at), format.Clock(at), InstantFormat.Micros(at), format.ClockWithZone(at), format.SecondsWithZone(at), format.DayAndClockWithZone(at),
                format.DayAndMillisecondsWithZone(at), format.Long(at), format.Sortable(at),
            ]);
        Assert.Equal("UTC", format.ZoneName);
        Assert.Equal("Nov 22, 10:52:02.778 UTC", format.Near(at.AddDays(-1), at));
        Assert.Equal("Nov 22 10:52:02 – Nov 23 10:52:02 UTC", format.DayRange(at.AddDays(-1), at));
        Assert.Equal("Nov 23 09:52:02 – 10:52:02 UTC", format.DayRange(at.AddHours(-1), at, namesDayOnce: true));
    }

    // Both nights of the change, a minute before and after it, and both passes of the hour that is there twice.
    [Theory]
    [InlineData(Kolkata, "2026-11-23T20:00:00Z", "Nov 24 01:30:00.000", "UTC+05:30")]
    [InlineData(StJohns, "2026-03-08T05:29:00Z", "Mar 8 01:59:00.000", "UTC-03:30")]
    [InlineData(StJohns, "2026-03-08T05:30:00Z", "Mar 8 03:00:00.000", "UTC-02:30")]
    [InlineData(StJohns, "2026-11-01T04:00:00Z", "Nov 1 01:30:00.000 -02:30", "UTC-02:30")]
    [InlineData(StJohns, "2026-11-01T05:00:00Z", "Nov 1 01:30:00.000 -03:30", "UTC-03:30")]
    [InlineData(StJohns, "2026-11-01T05:30:00Z", "Nov 1 02:00:00.000", "UTC-03:30")]
    [InlineData(LordHowe, "2026-04-04T14:29:00Z", "Apr 5 01:29:00.000", "UTC+11:00")]
    [InlineData(LordHowe, "2026-04-04T14:45:00Z", "Apr 5 01:45:00.000 +11:00", "UTC+11:00")]
    [InlineData(LordHowe, "2026-04-04T15:15:00Z", "Apr 5 01:45:00.000 +10:30", "UTC+10:30")]
    [InlineData(LordHowe, "2026-10-03T15:29:00Z", "Oct 4 01:59:00.000", "UTC+10:30")]
    [InlineData(LordHowe, "2026-10-03T15:30:00Z", "Oct 4 02:30:00.000", "UTC+11:00")]
    [InlineData(Berlin, "2026-03-29T00:59:00Z", "Mar 29 01:59:00.000", "UTC+01:00")]
    [InlineData(Berlin, "2026-03-29T01:00:00Z", "Mar 29 03:00:00.000", "UTC+02:00")]
    [InlineData(Berlin, "2026-10-25T00:30:00Z", "Oct 25 02:30:00.000 +02:00", "UTC+02:00")]
    [InlineData(Berlin, "2026-10-25T01:30:00Z", "Oct 25 02:30:00.000 +01:00", "UTC+01:00")]
    [InlineData(Berlin, "2026-10-25T02:00:00Z", "Oct 25 03:00:00.000", "UTC+01:00")]
    public void Zone_InTheNightsOfItsChange_NamesEachInstantOnce(string zone, string utc, string dayAndClock, string offset)
    {
        var (format, at) = (In(zone), At(utc));

        Assert.Equal((dayAndClock, offset), ($"{format.Day(at)} {format.Clock(at)}", format.ZoneAt(at)));
        Assert.EndsWith($" {offset}", format.Long(at), StringComparison.Ordinal);
        Assert.Equal(at, DateTimeOffset.ParseExact(format.Sortable(at), "yyyy-MM-dd HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture));
        Assert.Equal(zone, format.ZoneName);
    }

    [Fact]
    public void Range_OverAChange_NamesTheZoneOfBothEnds()
    {
        var format = In(Berlin);

        Assert.Equal("Oct 25 02:30:00 UTC+02:00 – Oct 25 02:30:00 UTC+01:00", format.DayRange(At("2026-10-25T00:30:00Z"), At("2026-10-25T01:30:00Z")));
        Assert.Equal("Oct 25 03:30:00 – Oct 25 04:30:00 UTC+01:00", format.DayRange(At("2026-10-25T02:30:00Z"), At("2026-10-25T03:30:00Z")));
    }

    [Theory]
    [InlineData(Kolkata, "2026-10-24T12:00:00Z", "12:00 UTC+05:30")]
    [InlineData(StJohns, "2026-10-31T20:00:00Z", "20:00 UTC-02:30", "03:30 UTC-02:30 twice", "04:30 UTC-03:30 twice", "05:30 UTC-03:30")]
    [InlineData(StJohns, "2026-03-07T20:00:00Z", "20:00 UTC-03:30", "05:30 UTC-02:30")]
    [InlineData(LordHowe, "2026-04-04T03:00:00Z", "03:00 UTC+11:00", "14:30 UTC+11:00 twice", "15:00 UTC+10:30 twice", "15:30 UTC+10:30")]
    [InlineData(LordHowe, "2026-10-03T03:00:00Z", "03:00 UTC+10:30", "15:30 UTC+11:00")]
    [InlineData(Berlin, "2026-10-24T12:00:00Z", "12:00 UTC+02:00", "00:00 UTC+02:00 twice", "01:00 UTC+01:00 twice", "02:00 UTC+01:00")]
    [InlineData(Berlin, "2026-03-28T12:07:00Z", "12:07 UTC+01:00", "01:00 UTC+02:00")]
    public void Stretches_OfADay_BeginWhereTheOffsetChanges(string zone, string from, params string[] stretches)
    {
        var at = At(from);

        Assert.Equal(stretches, In(zone).Stretches(at, at.AddDays(1)).Select(it => it.From.ToString("HH:mm ", CultureInfo.InvariantCulture) + it.Zone + (it.IsDoubled ? " twice" : "")));
    }

    [Fact]
    public void Stretches_OfAllTime_AreFoundWithoutAnError()
    {
        Assert.NotEmpty(In(Berlin).Stretches(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue));
        Assert.NotEmpty(In(Berlin).Stretches(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue));
        Assert.NotEmpty(In(Berlin).Long(DateTimeOffset.MaxValue));
    }

    // The links, the requests and the scripts' attributes have no zone: only what people read follows it.
    [Theory]
    [InlineData(Kolkata)]
    [InlineData(StJohns)]
    [InlineData(LordHowe)]
    [InlineData(Berlin)]
    public void Zone_OfAPerson_ReachesWhatIsReadAndNotTheWire(string zone)
    {
        var format = In(zone);
        var (lower, upper) = (At("2026-10-25T00:30:00Z"), At("2026-10-25T01:30:00Z"));
        var query = CallEventQuery.Default with { Range = new() { Lower = new(TimeComparison.AtOrAfter, lower), Upper = new(TimeComparison.Before, upper) } };

        Assert.Equal([format.DayAndClockWithZone(lower), format.DayAndClockWithZone(upper)], ActiveFilter.From(query, format).Select(filter => filter.Text));
        Assert.Equal(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"], ActiveFilter.From(query, format).Select(filter => filter.FullText));
        Assert.Equal(format.DayRange(lower, upper, namesDayOnce: true), TimeRangeName.Format(query, format));
        var session = new CallScript().AnsweredCaller().HangUp(CallScript.A).Session;
        Assert.Contains(format.Sortable(session.Start!.Value), SessionReport.Text(session, format), StringComparison.Ordinal);
        var zones = TimelinePack.Create(session, format).Head.Zones;
        Assert.Equal((format.ZoneAt(session.Start.Value), format.Zone.GetUtcOffset(session.Start.Value).TotalMicroseconds), (zones[0].Name, zones[0].Offset));
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25T01:30:00.5Z", "2026-10-25T02:30:00.500000+01:00")]
    [InlineData("2026-10-25T02:30:00Z", "2026-10-25 03:30:00")]
    public void TypedTime_OfTheHourThatIsThereTwice_IsReadAsItWasWritten(string utc, string typed)
    {
        var (zone, at) = (In(Berlin).Zone, At(utc));

        Assert.Equal(typed, TypedTimeParser.Write(at, zone));
        Assert.Equal(at, TypedTimeParser.Read(typed, zone, at.AddDays(1)).At);
    }

    private static InstantFormat In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
}
