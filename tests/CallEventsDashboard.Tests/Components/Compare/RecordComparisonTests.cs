using System.Text;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Compare;

public sealed class RecordComparisonTests
{
    [Fact]
    public void Records_AreComparedByPath_InTheOrderOfTheFirst_WithThoseOfTheSecondAtTheirPlace()
    {
        var (fields, isCut) = RecordComparison.Compare(
            Record("""{"name":"call.hangup","leg_id":"1","payload":{"hangup_cause":"user_busy","tags":["a","b"]},"last":1}"""),
            Record("""{"name":"call.hangup","leg_id":"2","payload":{"hangup_cause":"normal_clearing","sip":"200","tags":["a"]},"last":1}"""));

        Assert.False(isCut);
        Assert.Equal(["name", "leg_id", "payload.hangup_cause", "payload.sip", "payload.tags[0]", "payload.tags[1]", "last"], fields.Select(field => field.Name));
        Assert.Equal(["payload.hangup_cause", "payload.sip", "payload.tags[1]"], fields.Where(field => !field.IsSame).Select(field => field.Name));
        Assert.Equal((null, "200"), (fields[3].First, fields[3].Second));
    }

    [Fact]
    public void Record_OfTooManyFields_IsCutAndSaysSo()
    {
        var record = Record($"[{string.Join(',', Enumerable.Range(0, RecordComparison.MostFields + 1))}]");

        var (fields, isCut) = RecordComparison.Compare(record, Record("""{"a":1}"""));

        Assert.True(isCut);
        Assert.Equal(RecordComparison.MostFields + 1, fields.Count);
    }

    [Fact]
    public void Record_ThatCannotBeRead_HasNoFields() => Assert.Empty(RecordComparison.Compare(Record("{broken"), Record("")).Fields);

    private static CallEvent Record(string json) => CallEventReader.Read(Encoding.UTF8.GetBytes(json));
}
