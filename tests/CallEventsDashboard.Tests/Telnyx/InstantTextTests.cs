using System.Globalization;
using CsCheck;

namespace CallEventsDashboard.Telnyx;

public sealed class InstantTextTests
{
    private static readonly Gen<DateTimeOffset> Microseconds =
        Gen.Long[1, 4_102_444_800_000_000].Select(value => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond));

    [Theory]
    [InlineData("2026-11-23T03:30:30.816307Z", "2026-11-23T03:30:30.816307Z")]
    [InlineData("2026-11-23 03:30:30.816307", "2026-11-23T03:30:30.816307Z")]
    [InlineData("2026-11-23T03:30:30", "2026-11-23T03:30:30.000000Z")]
    [InlineData("2026-11-23 03:30:30Z", "2026-11-23T03:30:30.000000Z")]
    [InlineData("2026-11-23T03:30:30.8Z", "2026-11-23T03:30:30.800000Z")]
    [InlineData("2026-11-23T03:30:30.816307999Z", "2026-11-23T03:30:30.816307Z")]
    [InlineData("2026-11-23T05:30:30.816+02:00", "2026-11-23T03:30:30.816000Z")]
    [InlineData("2026-11-22T20:30:30-0700", "2026-11-23T03:30:30.000000Z")]
    [InlineData(" 2026-11-23 03:30:30.816307 UTC ", "2026-11-23T03:30:30.816307Z")]
    [InlineData("2026-11-23 03:30:30.816307 +00:00", "2026-11-23T03:30:30.816307Z")]
    [InlineData("1795404630", "2026-11-23T03:30:30.000000Z")]
    [InlineData("1795404630.816307", "2026-11-23T03:30:30.816307Z")]
    [InlineData("1795404630816", "2026-11-23T03:30:30.816000Z")]
    [InlineData("1795404630816307", "2026-11-23T03:30:30.816307Z")]
    [InlineData("1795404630816307999", "2026-11-23T03:30:30.816307Z")]
    public void Parse_KnownFormat_IsUtcToTheMicrosecond(string text, string expected) =>
        Assert.Equal(expected, InstantText.Format(Assert.NotNull(InstantText.Parse(text))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("2026-11-23")]
    [InlineData("2026-13-23T03:30:30Z")]
    [InlineData("2026-11-23T25:30:30Z")]
    [InlineData("2026-11-23T03:30:30.Z")]
    [InlineData("2026-11-23T03:30:30+99:00")]
    [InlineData("2026-11-23T03:30:30 Mars")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("99999999999999999999999999")]
    public void Parse_NoTime_IsNull(string? text) => Assert.Null(InstantText.Parse(text));

    [Fact]
    public void ParseAndFormat_AnyInstant_RoundTrips() =>
        Microseconds.Sample(at => InstantText.Parse(InstantText.Format(at)) == at);

    [Fact]
    public void Parse_AnyFractionAndOffset_CutsToTheMicrosecond() =>
        Gen.Select(Microseconds, Gen.Int[0, 9], Gen.Int[-840, 840], Gen.OneOf('T', ' ')).Sample((at, digits, offset, separator) =>
        {
            var local = at.ToOffset(TimeSpan.FromMinutes(offset));
            var fraction = (local.ToString("ffffff", CultureInfo.InvariantCulture) + "987")[..digits];
            var text = local.ToString($"yyyy-MM-dd'{separator}'HH:mm:ss", CultureInfo.InvariantCulture)
                + (digits == 0 ? "" : $".{fraction}") + local.ToString("zzz", CultureInfo.InvariantCulture);

            var kept = long.Parse(fraction.PadRight(6, '0')[..6], CultureInfo.InvariantCulture);
            var expected = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond) + (kept * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
            return InstantText.Parse(text) == (expected > DateTimeOffset.UnixEpoch ? expected : null);
        });

    [Fact]
    public void Parse_AnyText_NeverThrows() => Gen.String.Sample(text => { _ = InstantText.Parse(text); });
}
