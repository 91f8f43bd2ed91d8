using System.Buffers;
using System.Text;
using System.Text.Json;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

public class NdjsonRowsTests
{
    [Fact]
    public void Record_OfSeveralLines_IsOneLineAndElseAsItWasSent()
    {
        var record = "{ \"name\" : \"x\",\r\n  \"big\": 12345678901234567890.10, \"text\": \"a\\nb\" }";

        Assert.Equal("{ \"name\" : \"x\",    \"big\": 12345678901234567890.10, \"text\": \"a\\nb\" }\n", Write(FeedRows.Row(0) with { Raw = Encoding.UTF8.GetBytes(record) }));
    }

    [Fact]
    public void Record_ThatCannotBeRead_IsATextInAnObjectThatSaysSo()
    {
        var line = JsonDocument.Parse(Write(FeedRows.Row(0) with { Raw = "{\"broken\n"u8.ToArray(), Flaw = RecordFlaw.Malformed })).RootElement.GetProperty("_unreadable");

        Assert.Equal(("Malformed", "{\"broken\n"), (line.GetProperty("flaw").GetString(), line.GetProperty("text").GetString()));
    }

    [Fact]
    public void LastLine_OfAPartialExport_HasCoverageAndCounts()
    {
        using var rows = new NdjsonRows();
        var bytes = new ArrayBufferWriter<byte>();
        rows.WriteTail(bytes, new ExportSummary(5, null) { AsOf = FeedRows.Noon, Coverage = "partial", IsStopped = true });

        Assert.Equal(
            """{"_export":{"state":"partial","coverage":"partial","events":5,"total":null,"as_of":"2026-11-23T09:00:00.000000Z","from":null,"to":null,"expired":0,"missing":0,"late":0,"reasons":["stopped before its end"]}}""" + "\n",
            Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    private static string Write(CallEvent row)
    {
        using var rows = new NdjsonRows();
        var bytes = new ArrayBufferWriter<byte>();
        rows.Write(bytes, row);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
