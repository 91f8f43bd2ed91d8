using System.Text;
using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

public sealed class PickedEventsTests
{
    private static readonly CallEvent[] Rows =
    [
        Read("""{"name":"call.hangup","type":"webhook","from":"=cmd|' /C calc'!A0","to":"+12025550142","payload":{"a":[1,2]}}"""),
        Read("""{"name":"speak","type":"command","big":12345678901234567890}"""),
        Read("no record"),
    ];

    [Fact]
    public void Json_IsAnArrayOfTheRecordsAsTheyWereSent()
    {
        var json = PickedEvents.Json(Rows);
        using var array = JsonDocument.Parse(json);

        Assert.Equal(3, array.RootElement.GetArrayLength());
        Assert.Contains("12345678901234567890", json, StringComparison.Ordinal);
        Assert.Contains("\"payload\":{\"a\":[1,2]}", json, StringComparison.Ordinal);
        Assert.Equal("no record", array.RootElement[2].GetProperty("_unreadable").GetProperty("text").GetString());
        Assert.Equal("[\n]\n", PickedEvents.Json([]));
    }

    [Fact]
    public void Csv_IsThatOfAnExport()
    {
        var lines = PickedEvents.Csv(Rows, InstantFormat.Utc, (_, _) => null).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal('\uFEFF' + string.Join(',', CsvRows.Columns), lines[0]);
        Assert.Contains("'=cmd|' /C calc'!A0", lines[1], StringComparison.Ordinal);
        Assert.Contains("'+12025550142", lines[1], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    private static CallEvent Read(string json) => CallEventReader.Read(Encoding.UTF8.GetBytes(json));
}
