using CsCheck;

namespace CallEventsDashboard.Queries;

public class ValueListTests
{
    private static readonly Gen<string> Value = Gen.OneOf<string>(",", "\\", "a", " b", "é").Array[1, 8].Select(string.Concat);

    [Fact]
    public void Split_OfJoinedValues_GivesThemBack() => Value.Array[1, 8].Sample(values => Assert.Equal(values, ValueList.Split(ValueList.Join(values))));

    [Fact]
    public void Split_OfShownValues_GivesThemBackButForSpaces() =>
        Value.Array[1, 8].Sample(values => Assert.Equal(values.Select(value => value.Trim()), ValueList.Split(ValueList.Show(values)).Select(value => value.Trim())));

    [Theory]
    [InlineData("a,b", "a", "b")]
    [InlineData(@"a\,b,c", "a,b", "c")]
    [InlineData(@"a\\,b", @"a\", "b")]
    [InlineData(@"a\b\", @"a\b\")]
    [InlineData(",a,,", "", "a", "", "")]
    [InlineData("", "")]
    public void Split_OfAText_PartsItAtCommasThatNothingEscapes(string text, params string[] values) => Assert.Equal(values, ValueList.Split(text));
}
