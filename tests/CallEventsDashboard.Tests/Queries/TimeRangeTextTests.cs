using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Queries;

public class TimeRangeTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly SimulatedTime _time = new(Now);

    [Theory]
    [InlineData("-15m", 15)]
    [InlineData("15m", 15)]
    [InlineData("15 minutes", 15)]
    [InlineData("last 2h", 120)]
    [InlineData("-1h30m", 90)]
    [InlineData("1 h 30 min ago", 90)]
    [InlineData("1d", 1440)]
    [InlineData("120s", 2)]
    public void Read_OfASpanAlone_StaysRelative(string from, int minutes) =>
        Assert.Equal(TimeRangeInput.Accept(new() { Last = TimeSpan.FromMinutes(minutes) }), Read(from, ""));

    [Theory]
    [InlineData("2026-11-23 09:52:11", "2026-11-23T09:52:11Z")]
    [InlineData("2026-11-23T09:52:11.123456Z", "2026-11-23T09:52:11.123456Z")]
    [InlineData("2026-11-23T10:52:11+01:00", "2026-11-23T09:52:11Z")]
    [InlineData("2026-11-23 09:52", "2026-11-23T09:52:00Z")]
    [InlineData("2026-11-23", "2026-11-23T00:00:00Z")]
    [InlineData("09:52", "2026-11-23T09:52:00Z")]
    [InlineData("10:52", "2026-11-22T10:52:00Z")]
    [InlineData("9:52:11", "2026-11-23T09:52:11Z")]
    [InlineData("-30s", "2026-11-23T09:59:30Z")]
    [InlineData("-2d", "2026-11-21T10:00:00Z")]
    public void Read_OfAStart_IsInclusive(string from, string expected) =>
        Assert.Equal(TimeRangeInput.Accept(new() { Lower = new(TimeComparison.AtOrAfter, IsoInstant.Read(expected)!.Value) }), Read(from, ""));

    [Fact]
    public void Read_OfBothEnds_IsFromInclusiveToExclusive() => Assert.Equal(
        TimeRangeInput.Accept(new() { Lower = new(TimeComparison.AtOrAfter, Now.AddHours(-2)), Upper = new(TimeComparison.Before, Now.AddHours(-1)) }),
        Read("-2h", "2026-11-23 09:00"));

    [Fact]
    public void Read_InAZone_ReadsTextWithoutZoneThere()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Assert.Equal(Now.AddHours(-1), TimeRangeText.Read("2026-11-23 10:00", "", TimeRange.Default, _time, berlin).Range?.Lower?.At);
        Assert.Equal(Now.AddMinutes(-30), TimeRangeText.Read("10:30", "", TimeRange.Default, _time, berlin).Range?.Lower?.At);
        Assert.Contains("skipped", TimeRangeText.Read("2026-03-29 02:30", "", TimeRange.Default, _time, berlin).FromError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday-ish", "")]
    [InlineData("25:00", "")]
    [InlineData("2026-11-23T99:00:00Z", "")]
    [InlineData("2026-11-24", "")]
    public void Read_OfWhatIsNoTimeOrInTheFuture_SaysSoBesideTheStart(string from, string to)
    {
        var input = Read(from, to);

        Assert.Null(input.Range);
        Assert.NotNull(input.FromError);
        Assert.Null(input.ToError);
    }

    [Fact]
    public void Read_OfAnEndBeforeTheStart_SaysSoBesideTheEnd() => Assert.NotNull(Read("-1h", "-2h").ToError);

    [Fact]
    public void Read_OfEqualEnds_MeansThatInstant() =>
        Assert.Equal(TimeRangeInput.Accept(new() { Exactly = Now.AddHours(-1) }), Read("2026-11-23 09:00:00", "2026-11-23T09:00:00Z"));

    [Fact]
    public void Read_OfAnyText_NeverThrows() => Gen.Select(Gen.String, Gen.String).Sample((from, to) =>
    {
        var input = Read(from, to);
        Assert.Equal(input.Range is null, input.FromError is not null || input.ToError is not null);
    });

    [Fact]
    public void Read_OfTextThatWasLeftAlone_GivesTheSameRange() => Generate.Query.Sample(query =>
    {
        var (from, to) = TimeRangeText.Write(query.Range);

        Assert.Equal(query.Range, TimeRangeText.Read(from, to, query.Range, _time).Range);
    });

    [Fact]
    public void Read_AfterOneEndChanged_KeepsTheOtherWithItsComparison()
    {
        var current = new TimeRange { Lower = new(TimeComparison.After, Now.AddHours(-3)), Upper = new(TimeComparison.AtOrBefore, Now.AddHours(-1)) };

        var input = TimeRangeText.Read(TimeRangeText.Write(current).From, "-30m", current, _time);

        Assert.Equal(new() { Lower = current.Lower, Upper = new(TimeComparison.Before, Now.AddMinutes(-30)) }, input.Range);
    }

    private TimeRangeInput Read(string from, string to) => TimeRangeText.Read(from, to, TimeRange.Default, _time);
}
