using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

public sealed class MarkdownTableTests
{
    [Fact]
    public void Table_HasAHeadAndALineForEachRow() => Assert.Equal(
        "| Time | Event |\n| --- | --- |\n| 10:00 | call.hangup |\n|  | speak |\n", MarkdownTable.Write(["Time", "Event"], [["10:00", "call.hangup"], [null, "speak"]]));

    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("<img src=x onerror=alert(1)>", @"&lt;img src=x onerror=alert\(1\)&gt;")]
    [InlineData("![x](http://e.test/t.png)", @"\!\[x\]\(http://e.test/t.png\)")]
    [InlineData("`code` *b* _i_ ~s~ #1 $m$ \\", @"\`code\` \*b\* \_i\_ \~s\~ \#1 \$m\$ \\")]
    [InlineData("@everyone &amp;", "&#64;everyone &amp;amp;")]
    [InlineData("two\nlines\u202e", @"two\\nlines\\u202e")]
    public void TextOfACell_StaysThatText(string text, string written) => Assert.Equal($"| a |\n| --- |\n| {written} |\n", MarkdownTable.Write(["a"], [[text]]));

    [Theory]
    [InlineData("time", "2026-11-23 09:01:00.500000Z")]
    [InlineData("name", "call.hangup")]
    [InlineData("type", "webhook")]
    [InlineData("leg", "6b1d6f2a-c8a2-11f1-8b7b-02420aef93a0")]
    [InlineData("from", "+1 202-555-0142")]
    [InlineData("connection", "1234567890123456789")]
    [InlineData("payload.hangup_cause", "user_busy")]
    [InlineData("payload.nothing", null)]
    public void CellOfAColumn_SaysAllOfItsValue(string column, string? text)
    {
        var row = CallEventReader.Read(
            """{"name":"call.hangup","type":"webhook","event_timestamp":"2026-11-23T09:01:00.5Z","call_leg_id":"6b1d6f2a-c8a2-11f1-8b7b-02420aef93a0","from":"+12025550142","connection_id":"1234567890123456789","payload":{"hangup_cause":"user_busy"}}"""u8.ToArray());

        Assert.Equal(text, EventCell.Text(column, row, InstantFormat.Utc, ConnectionBook.Empty));
    }

    [Fact]
    public void EveryColumnOfTheList_HasAText()
    {
        var row = CallEventReader.Read(
            """{"name":"call.hangup","type":"webhook","event_timestamp":"2026-11-23T09:01:00.5Z","call_leg_id":"a","call_session_id":"b","from":"c","to":"d","connection_id":"e","metadata":{"status":"failed"},"payload":{"hangup_cause":"user_busy"}}"""u8.ToArray());

        Assert.All(EventRow.AllColumns.Shown, column => Assert.NotEqual("", EventCell.Text(column.Name, row, InstantFormat.Utc, ConnectionBook.Empty) ?? ""));
    }
}
