using System.Text;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

public sealed class FieldPathTests
{
    private const string Documented = """{"name":"call.hangup","metadata":{"attempt":2,"payload":{"hangup_cause":"user_busy","call_quality_stats":{"inbound":{"mos":"4.5"}}}}}""";
    private const string Field = """{"event_type":"call.hangup","metadata":{"event":{"id":"1","payload":{"hangup_cause":"user_busy","tags":["a","b"],"is_final":true,"client_state":null}}}}""";

    [Theory]
    [InlineData(Documented, "payload.hangup_cause", "user_busy")]
    [InlineData(Documented, "payload.call_quality_stats.inbound.mos", "4.5")]
    [InlineData(Documented, "payload.call_quality_stats", "{…}")]
    [InlineData(Documented, "metadata.attempt", "2")]
    [InlineData(Documented, "metadata.payload.hangup_cause", "user_busy")]
    [InlineData(Documented, "payload.missing", null)]
    [InlineData(Documented, "payload.hangup_cause.deeper", null)]
    [InlineData(Field, "payload.hangup_cause", "user_busy")]
    [InlineData(Field, "payload.tags", "a, b")]
    [InlineData(Field, "payload.is_final", "true")]
    [InlineData(Field, "payload.client_state", null)]
    [InlineData(Field, "event_type", "call.hangup")]
    [InlineData("no json", "payload.hangup_cause", null)]
    [InlineData("[]", "payload.hangup_cause", null)]
    public void Field_OfARecordOfAnyShape_IsFoundByItsPath(string record, string path, string? value) =>
        Assert.Equal(value, new RecordFields(Row(record)).Read(FieldPath.Parse(path)!));

    [Theory]
    [InlineData("payload.hangup_cause", true)]
    [InlineData(" payload.hangup_cause ", true)]
    [InlineData("call-id", true)]
    [InlineData("", false)]
    [InlineData(".payload", false)]
    [InlineData("payload.", false)]
    [InlineData("payload..x", false)]
    [InlineData("a.b.c.d.e.f.g", false)]
    [InlineData("payload.x,name", false)]
    [InlineData("payload.x:40", false)]
    [InlineData("payload.<b>", false)]
    [InlineData("payload.•K7QM", false)]
    public void Path_IsNamesBetweenDots(string text, bool isPath) => Assert.Equal(isPath ? text.Trim() : null, FieldPath.Parse(text)?.Text);

    [Fact]
    public void Fields_OfRows_AreOfferedOnce_TheMostCommonFirst()
    {
        var fields = FieldPath.In([Row(Documented), Row(Field), Row("""{"metadata":{"payload":{"digit":"1"}}}"""), Row("no json")]);

        Assert.Equal([("payload.hangup_cause", 2), ("event_type", 1), ("metadata.attempt", 1), ("name", 1)], fields.Take(4).Select(field => (field.Path.Text, field.Records)));
        Assert.Equal(fields.Count, fields.Select(field => field.Path).Distinct().Count());
        Assert.Contains(fields, field => field.Path.Text == "payload.call_quality_stats.inbound.mos");
        Assert.DoesNotContain(fields, field => field.Path.Text is "payload.client_state" or "metadata.payload.digit");
    }

    private static CallEvent Row(string record) => new() { Name = "call.hangup", Type = "webhook", Fingerprint = "0-00000000000000aa", Raw = Encoding.UTF8.GetBytes(record) };
}
