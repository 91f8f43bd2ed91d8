using CsCheck;

namespace CallEventsDashboard.Formatting;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("a\u202etxt", @"a\u202etxt")]
    [InlineData("zero\u200bwidth", @"zero\u200bwidth")]
    [InlineData("line\nend\t", @"line\nend\t")]
    [InlineData("\u001b[31m", @"\u001b[31m")]
    [InlineData("no\u00a0break", @"no\u00a0break")]
    [InlineData("\U000e0041tag", @"\udb40\udc41tag")]
    [InlineData("grüße 日本 😀", "grüße 日本 😀")]
    public void Line_CharactersThatHide_AreWrittenOut(string text, string line) => Assert.Equal(line, VisibleText.Line(text, 100));

    [Fact]
    public void Line_HalfASurrogatePair_IsWrittenOut() => Assert.Equal(@"half \ud800", VisibleText.Line("half " + (char)0xd800, 100));

    [Fact]
    public void Runs_Find_MarksEveryOccurrenceWhateverItsCase() =>
        Assert.Equal(
            [new TextRun("Bus", false, true), new TextRun("y ", false, false), new TextRun("bus", false, true)],
            VisibleText.Runs("Busy bus", "BUS"));

    [Fact]
    public void Runs_FindAcrossAnEscape_MarksBothParts() =>
        Assert.Equal(
            [new TextRun("a", false, true), new TextRun(@"\u200b", true, true), new TextRun("b", false, false)],
            VisibleText.Runs("a\u200bb", "a\u200b"));

    [Fact]
    public void Clip_InsideASurrogatePair_DropsTheWholePair() => Assert.Equal("a", VisibleText.Clip("a😀b", 2));

    [Fact]
    public void Line_AnyText_HidesNothing() => Gen.String.Sample(text => !VisibleText.Line(text, 1_000).Any(c => char.IsControl(c) || c is >= (char)0x202a and <= (char)0x202e));
}
