using System.Text;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

public class TextSearchTests
{
    private const string Record = """
        {"name":"call.hangup","type":"webhook","call_leg_id":"5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
         "metadata":{"note":"Gr\u00fc\u00dfe an \"M\u00fcller\" \ud83d\ude00","path":"a\/b\\c","lines":"one\ntwo",
         "payload":{"from":"+12025550142","to":"sip:Agent@example.test","plain":"Übergabe"}}}
        """;

    [Theory]
    [InlineData("call.hangup")]
    [InlineData("CALL.HANGUP")]
    [InlineData("11f1-9c10")]
    [InlineData("sip:agent@EXAMPLE")]
    [InlineData("Grüße")]
    [InlineData("grÜße an")]
    [InlineData("an \"Müller\"")]
    [InlineData("😀")]
    [InlineData("übergabe")]
    [InlineData("a/b\\c")]
    [InlineData("one\ntwo")]
    [InlineData(@"gr\u00fc")]
    [InlineData("+12025550142")]
    [InlineData("+1 202-555-0142")]
    [InlineData("+1 (202) 555 0142")]
    [InlineData("(202) 555-0142")]
    [InlineData("202.555.0142")]
    [InlineData("001 202 555 0142")]
    [InlineData("555 0142")]
    public void Text_ThatTheRecordHolds_IsFound(string text) => Assert.True(TextSearch.Matches(Row(Record), text));

    [Theory]
    [InlineData("call.answered")]
    [InlineData("+44 202 555 0142")]
    [InlineData("202-555-0143")]
    [InlineData("20 25 x 550142")]
    [InlineData("1 2")]
    public void Text_ThatTheRecordLacks_IsNotFound(string text) => Assert.False(TextSearch.Matches(Row(Record), text));

    [Theory]
    [InlineData("""{"a":"\ud800 lone"}""", "lone")]
    [InlineData("""{"a":"\u00"}""", "u00")]
    [InlineData("\"\\", "\\")]
    public void Escapes_ThatAreBroken_AreSearchedAsTheyStand(string raw, string text) =>
        Assert.True(TextSearch.Matches(Row(Record) with { Raw = Encoding.UTF8.GetBytes(raw) }, text));

    private static CallEvent Row(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CallEventReader.Read(document.RootElement);
    }
}
