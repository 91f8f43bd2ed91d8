using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

public sealed class HorizonTests
{
    [Theory]
    [InlineData(20.8, "leaves this list in 3 h 12 min; still reachable by session")]
    [InlineData(23.8, "leaves this list in 12 min; still reachable by session")]
    [InlineData(23.999, "leaves this list in less than a minute; still reachable by session")]
    [InlineData(24, "has left the 24-hour window; still reachable by session")]
    [InlineData(1_000, "has left the 24-hour window; still reachable by session")]
    public void Horizon_EventOfASession_SaysWhenItLeaves(double age, string sentence) =>
        Assert.Equal(sentence, Horizon.Read(Records.Of("{}"), Records.At.AddHours(age))!.Value);

    [Fact]
    public void Horizon_EventOfALegOnly_NamesTheLeg() =>
        Assert.Equal("has left the 24-hour window; still reachable by leg", Horizon.Read(Records.Of("{}") with { SessionId = null }, Records.At.AddDays(2))!.Value);

    [Fact]
    public void Horizon_EventWithoutIds_SaysThatItGoesForGood() =>
        Assert.Equal("leaves this list in 23 h for good: it has no leg or session ID", Horizon.Read(Records.Of("{}") with { SessionId = null, LegId = null }, Records.At.AddHours(1))!.Value);

    [Fact]
    public void Horizon_TimeUnknown_IsNotSaid() => Assert.Null(Horizon.Read(Records.Of("{}") with { OccurredAt = null }, Records.At));

    [Theory]
    [InlineData("b0e6224c-c81c-11f0-afbb-02420aef93a0", "2025-11-23T03:30:00.099694Z")]
    [InlineData("0f0e3a52-7f0c-4f57-8f4a-6a1f7f2d0001", null)]
    [InlineData("ffffffff-ffff-1fff-ffff-ffffffffffff", "5236-03-31T21:21:00.684697Z")]
    [InlineData("no uuid", null)]
    [InlineData(null, null)]
    public void CreatedAt_VersionOneOnly_IsItsTime(string? id, string? expected) =>
        Assert.Equal(expected, UuidTime.CreatedAt(id) is { } at ? InstantText.Format(at) : null);
}
