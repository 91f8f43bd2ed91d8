using System.Globalization;
using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Privacy;

public class PseudonymsTests
{
    private static readonly Pseudonyms Names = new(ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!);

    private static readonly string[] Before = ["", "call ", "{\"to\":\"", "a,b="];
    private static readonly string[] After = ["", ".", " now", "\"}", ", x"];

    [Theory]
    [InlineData("+12025550142")]
    [InlineData("12025550142")]
    [InlineData("+1 (202) 555-0142")]
    [InlineData("tel:+12025550142")]
    [InlineData("sip:+12025550142@sip.example.test")]
    [InlineData("sips:12025550142@sip.example.test;transport=tls")]
    public void Of_OneNumberHoweverWritten_HasOneName(string written)
    {
        var name = Names.Of("+12025550142");

        Assert.Matches("^•[A-Z2-9]{4} …0142$", name);
        Assert.EndsWith(name, Names.Of(written), StringComparison.Ordinal);
        Assert.DoesNotContain("example", Names.Of(written), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OtherNumberWithTheSameEnd_HasAnotherName() => Assert.NotEqual(Names.Of("+12025550142"), Names.Of("+13035550142"));

    [Fact]
    public void Of_OtherApiKey_HasOtherNames() => Assert.NotEqual(Names.Of("+12025550142"), new Pseudonyms(ApiKey.TryParse("KEY_OTHER")!).Of("+12025550142"));

    [Theory]
    [InlineData("sip:alice.smith@example.test")]
    [InlineData("alice")]
    [InlineData("911")]
    public void Of_NameOrShortNumber_ShowsNothingOfIt(string party) => Assert.Matches("^(sip:)?•[A-Z2-9]{4}$", Names.Of(party));

    [Theory]
    [InlineData("+12025550142")]
    [InlineData("sip:+12025550142@sip.example.test")]
    [InlineData("SIPS:alice.smith@example.test")]
    [InlineData("911")]
    public void Of_WhatIsMaskedAlready_StaysAsItIs(string party)
    {
        var masked = Names.Of(party);

        Assert.Equal(masked, Names.Of(masked));
        Assert.Equal(masked, Names.In(masked));
    }

    [Fact]
    public void Of_WhatIsHiddenAlready_StaysAsItIs() => Assert.Equal(Pseudonyms.Hidden("a secret"), Names.Of(Pseudonyms.Hidden("a secret")));

    [Theory]
    [InlineData("•+12025550142")]
    [InlineData("•alice")]
    [InlineData("•BCDF +12025550142")]
    public void Of_WhatOnlyBeginsWithTheSign_ShowsNothingOfIt(string party) => Assert.Matches("^•[A-Z2-9]{4}( …0142)?$", Names.Of(party));

    [Theory]
    [InlineData("b0e6224c-c81c-11f0-afbb-02420aef93a0")]
    [InlineData("12345678-1234-1234-1234-123456789012")]
    [InlineData("2026-11-23T03:30:30.816307Z")]
    [InlineData("2811212257810187875")]
    [InlineData("https://app.example.test:8443/telnyx/v2")]
    [InlineData("v3:Zx0TestTokenNotReal_1234567890_aaa")]
    [InlineData("call.hangup")]
    [InlineData("4.50")]
    [InlineData("127.0.0.1:50601")]
    public void In_IdsTimesAndFigures_StayAsTheyAre(string text) => Assert.Equal(text, Names.In(text));

    [Fact]
    public void In_NumberAnywhere_IsReplaced() => Gen.Select(Gen.Int[2, 9], Gen.Long[0, 999_999_999], Gen.Int[0, 3].Select(i => Before[i]), Gen.Int[0, 4].Select(i => After[i]))
        .Sample((first, rest, before, after) =>
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{first}{rest:D9}");
            var masked = Names.In($"{before}+{number}{after}");
            Assert.DoesNotContain(number, masked, StringComparison.Ordinal);
            Assert.Equal($"{before}{Names.Of(number)}{after}", masked);
        });
}
