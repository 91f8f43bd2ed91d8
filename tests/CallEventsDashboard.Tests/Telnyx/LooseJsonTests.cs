using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

public sealed class LooseJsonTests
{
    [Theory]
    [InlineData("""{"a":"x"}""", "x")]
    [InlineData("""{"a":" x "}""", " x ")]
    [InlineData("""{"a":12345678901234567890}""", "12345678901234567890")]
    [InlineData("""{"a":1.50}""", "1.50")]
    [InlineData("""{"a":"x","a":"y"}""", "y")]
    [InlineData("""{"a":"\ud83d"}""", null)]
    [InlineData("""{"a":" "}""", null)]
    [InlineData("""{"a":null}""", null)]
    [InlineData("""{"a":true}""", null)]
    [InlineData("""{"a":["x"]}""", null)]
    [InlineData("""{"A":"x"}""", null)]
    [InlineData("""{"a":"x","\ud83d":1}""", null)]
    [InlineData("[]", null)]
    [InlineData("{", null)]
    [InlineData("", null)]
    public void Text_OfAnyForm_FollowsOneRule(string json, string? text) => Assert.Equal(text, Parse(json).Text("a"));

    [Fact]
    public void Text_OfSeveralNames_IsTheFirstThatHasOne() => Assert.Equal("y", Parse("""{"a":null,"b":" ","c":"y","d":"z"}""").Text("a", "b", "c", "d"));

    [Theory]
    [InlineData("10", 10L)]
    [InlineData("\"10\"", 10L)]
    [InlineData("1e1", 10L)]
    [InlineData("10.0", 10L)]
    [InlineData("10.5", null)]
    [InlineData("101", null)]
    [InlineData("-1", null)]
    [InlineData("1e400", null)]
    [InlineData("true", null)]
    public void WholeNumber_WithinItsBounds_IsReadFromNumberOrText(string json, long? number) => Assert.Equal(number, Parse(json).WholeNumber(0, 100));

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"False\"", false)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    public void Boolean_IsReadFromBooleanOrText(string json, bool? value) => Assert.Equal(value, Parse(json).Boolean());

    [Fact]
    public void Parse_OfWhatNestsTooDeep_IsNothing()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);

        Assert.Equal(JsonValueKind.Array, Parse(Nested(RecordJson.MaxDepth)).ValueKind);
        Assert.Equal(JsonValueKind.Undefined, Parse(Nested(RecordJson.MaxDepth + 1)).ValueKind);
    }

    private static JsonElement Parse(string json) => LooseJson.Parse(Encoding.UTF8.GetBytes(json));
}
