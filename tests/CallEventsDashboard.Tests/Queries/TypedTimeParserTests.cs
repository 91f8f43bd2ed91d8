using System.Globalization;

namespace CallEventsDashboard.Queries;

public sealed class TypedTimeParserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("yesterday 9:30", "UTC", "2026-11-22T09:30:00Z")]
    [InlineData("Yesterday at 23:59:58.5", "UTC", "2026-11-22T23:59:58.5Z")]
    [InlineData("today 9:30", "UTC", "2026-11-23T09:30:00Z")]
    [InlineData("yesterday", "UTC", "2026-11-22T00:00:00Z")]
    [InlineData("TODAY", "Europe/Berlin", "2026-11-22T23:00:00Z")]
    // There it is the 24th already.
    [InlineData("yesterday 9:30", "Asia/Kolkata", "2026-11-23T04:00:00Z")]
    [InlineData("today 00:10", "Asia/Kolkata", "2026-11-23T18:40:00Z")]
    public void Read_ADayByItsName_IsThatDayInTheZone(string text, string zone, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), TypedTimeParser.Read(text, TimeZoneInfo.FindSystemTimeZoneById(zone), Now).At);

    [Theory]
    [InlineData("yesterday 25:00")]
    [InlineData("yesterdays")]
    [InlineData("yesterday -2h")]
    [InlineData("tomorrow")]
    public void Read_WhatIsNoTime_SaysWhatToWrite(string text)
    {
        var typed = TypedTimeParser.Read(text, TimeZoneInfo.Utc, Now);

        Assert.Equal((null, null), (typed.At, typed.Back));
        Assert.Contains("yesterday 9:30", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnHourOfYesterdayThatTheClockSkipped_IsRefused() => Assert.Contains(
        "skipped",
        TypedTimeParser.Read("yesterday 2:30", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new DateTimeOffset(2026, 3, 30, 9, 0, 0, TimeSpan.Zero)).Error,
        StringComparison.Ordinal);
}
