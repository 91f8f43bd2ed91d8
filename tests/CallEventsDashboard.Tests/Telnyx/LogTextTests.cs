using CsCheck;

namespace CallEventsDashboard.Telnyx;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(" two\r\nlines\u2028 ", "two  lines")]
    [InlineData("a\u202eb\u001b[31mc", "ab [31mc")]
    [InlineData("👍 naïve 日本", "👍 naïve 日本")]
    public void Line_OfAnyText_IsOneLineThatHidesNothing(string text, string line) => Assert.Equal(line, LogText.Line(text));

    [Theory]
    [InlineData("abcdef", "abc…")]
    [InlineData("abcd", "abcd")]
    [InlineData("ab👍def", "ab…")]
    public void Line_LongerThanItsLength_EndsInAnEllipsis(string text, string line) => Assert.Equal(line, LogText.Line(text, 4));

    [Fact]
    public void Line_AnyText_HasNoControlCharacterAndIsNoLonger() =>
        Gen.String.Sample(text => LogText.Line(text, 20) is { Length: <= 20 } line && !line.Any(char.IsControl));
}
