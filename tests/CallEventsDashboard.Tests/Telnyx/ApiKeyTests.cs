namespace CallEventsDashboard.Telnyx;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData("KEYabcdef")]
    [InlineData("  KEYabcdef\r\n")]
    [InlineData("Bearer KEYabcdef")]
    [InlineData("bearer\t KEYabcdef ")]
    public void TryParse_PastedKey_IsTrimmed(string pasted) => Assert.Equal("KEYabcdef", ApiKey.TryParse(pasted)?.Reveal());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("Bearer")]
    [InlineData("Bearer  ")]
    [InlineData("KEY abc")]
    [InlineData("KEY\nabc")]
    [InlineData("KEY\u0001abc")]
    [InlineData("KEYäbc")]
    public void TryParse_NothingThatAHeaderCanCarry_IsNull(string? pasted) => Assert.Null(ApiKey.TryParse(pasted));

    [Fact]
    public void TryParse_KeyThatBeginsLikeTheScheme_IsKept() => Assert.Equal("BearerToken", ApiKey.TryParse("BearerToken")?.Reveal());

    [Theory]
    [InlineData("KEY0123456789", "••6789")]
    [InlineData("abcd", "••cd")]
    [InlineData("a", "••")]
    public void ToString_AnyKey_ShowsItsEndAtMost(string key, string expected) => Assert.Equal(expected, $"{ApiKey.TryParse(key)}");
}
