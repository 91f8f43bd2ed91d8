
namespace CallEventsDashboard.Telnyx;

public sealed class ServiceClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, 500, TimeSpan.Zero);
    private readonly SimulatedTime _time = new(Start);
    private readonly ServiceClock _clock;

    public ServiceClockTests() => _clock = new ServiceClock(_time);

    [Fact]
    public void Now_BeforeAnyAnswer_IsThisMachines() => Assert.Equal(Start, _clock.Now);

    [Theory]
    [InlineData(-600)]
    [InlineData(600)]
    public void Now_AfterAnAnswerOfAnotherTime_IsThatTimeAndRunsOn(int seconds)
    {
        _clock.Learn(Start.AddSeconds(seconds), _time.GetTimestamp());
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddSeconds(seconds + 60), _clock.Now);
        Assert.Equal(1, _clock.Corrections);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Now_AnswerInWholeSecondsAndLate_StaysAsItIs(int secondsOnItsWay)
    {
        var sentAt = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(secondsOnItsWay));
        _clock.Learn(Start.AddMilliseconds(-500), sentAt);

        Assert.Equal((Start.AddSeconds(secondsOnItsWay), 0), (_clock.Now, _clock.Corrections));
    }

    [Fact]
    public void Now_AnswerWithoutADate_StaysAsItIs()
    {
        _clock.Learn(null, _time.GetTimestamp());

        Assert.Equal(Start, _clock.Now);
    }
}
