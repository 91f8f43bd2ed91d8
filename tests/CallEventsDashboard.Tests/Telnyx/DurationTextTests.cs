namespace CallEventsDashboard.Telnyx;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.42, "420 ms")]
    [InlineData(0.9996, "1.00 s")]
    [InlineData(1.244, "1.24 s")]
    [InlineData(30.74, "30.7 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(108.3, "1 min 48 s")]
    [InlineData(3599.99, "1 h 00 min")]
    [InlineData(11_520, "3 h 12 min")]
    [InlineData(90_000, "1 d 01 h")]
    [InlineData(-2, "−2.00 s")]
    public void Format_Duration_HasTwoUnitsAtMost(double seconds, string text) => Assert.Equal(text, DurationText.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Format_TheLongestNegativeDuration_IsWritten() => Assert.StartsWith("−", DurationText.Format(TimeSpan.MinValue), StringComparison.Ordinal);
}
