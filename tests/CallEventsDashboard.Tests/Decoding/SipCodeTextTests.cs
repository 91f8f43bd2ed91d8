namespace CallEventsDashboard.Decoding;

public sealed class SipCodeTextTests
{
    [Theory]
    [InlineData("100", "Trying")]
    [InlineData("200", "OK")]
    [InlineData("486", "Busy here")]
    [InlineData("487", "Request terminated")]
    [InlineData("603", "Decline")]
    [InlineData("499", "Request failed")]
    [InlineData("599", "Server failed")]
    [InlineData("699", "Failed everywhere")]
    public void Words_Code_IsItsPhraseOrItsHundred(string code, string words) => Assert.Equal(words, SipCodeText.Words(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unspecified")]
    [InlineData("16")]
    [InlineData("99")]
    [InlineData("700")]
    [InlineData("-486")]
    [InlineData("486.0")]
    [InlineData("99999999999")]
    public void Words_NoSipCode_IsNull(string? code) => Assert.Null(SipCodeText.Words(code));

    [Fact]
    public void Words_EveryCodeOfTheRange_HasSome() => Assert.All(Enumerable.Range(100, 600), code => Assert.NotNull(SipCodeText.Words($"{code}")));
}
