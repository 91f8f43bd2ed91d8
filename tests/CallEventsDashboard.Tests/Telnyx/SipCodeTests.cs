namespace CallEventsDashboard.Telnyx;

public sealed class SipCodeTests
{
    [Theory]
    [InlineData("486", "486")]
    [InlineData(" 200 ", "200")]
    [InlineData("699", "699")]
    [InlineData("0", null)]
    [InlineData("000", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("-486", null)]
    [InlineData("16", null)]
    [InlineData("700", null)]
    [InlineData("486.0", null)]
    [InlineData("unspecified", null)]
    public void Parse_OnlyACode_IsOne(string? text, string? code) => Assert.Equal(code, SipCode.Parse(text));
}
