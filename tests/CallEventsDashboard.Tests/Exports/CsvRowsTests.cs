using System.Buffers;
using System.Text;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;
using CsvHelper;

namespace CallEventsDashboard.Exports;

public class CsvRowsTests
{
    [Fact]
    public void Rows_OfAnyText_AreReadBackByAnotherReader()
    {
        var row = FeedRows.Record("""{"name":"call, \"quoted\"\nand broken","type":"webhook","occurred_at":"2026-11-23T09:00:00.123456Z","call_leg_id":"leg;1","from":"Zoë Müller 🙂"}""");
        var lines = Read(Write(InstantFormat.Utc, row, row));

        Assert.Equal(CsvRows.Columns, lines[0]);
        Assert.Equal(3, lines.Count);
        Assert.Equal(lines[1], lines[2]);
        Assert.Equal("2026-11-23T09:00:00.123456Z", Cell(lines[1], "occurred_at_utc"));
        Assert.Equal("call, \"quoted\"\nand broken", Cell(lines[1], "name"));
        Assert.Equal(row.Fingerprint, Cell(lines[1], "fingerprint"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+17025550166", "'+17025550166")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'=1", "'=1")]
    [InlineData(" =1", " =1")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Cell_ThatASpreadsheetWouldTakeForAFormula_StandsBehindAnApostrophe(string? text, string expected) => Assert.Equal(expected, CsvCell.Neutral(text));

    [Fact]
    public void Formula_InAnyField_BeginsNoCell()
    {
        var row = new CallEvent
        {
            Name = "=a",
            Type = "=a",
            Fingerprint = "=a",
            Raw = """{"payload":{"hangup_cause":"=cmd|' /C calc'!A0"}}"""u8.ToArray(),
            OccurredAtText = "=a",
            LegId = "=a",
            SessionId = "=a",
            ConnectionId = "=a",
            Product = "=a",
            From = "=a",
            To = "=a",
            DeliveryStatus = "=a",
            EventId = "=a",
            DeliveredTo = "=a",
            Errors = [new("=a", "=a", "=a")],
        };

        Assert.All(Read(Write(InstantFormat.Utc, row))[1], cell => Assert.False(cell is ['=', ..], cell));
    }

    [Fact]
    public void Times_InTheHourThatAZoneHasTwice_CarryTheirOffset()
    {
        var berlin = new InstantFormat(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var first = FeedRows.Row(0) with { OccurredAt = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero) };
        var lines = Read(Write(berlin, first, first with { OccurredAt = first.OccurredAt!.Value.AddHours(1) }));

        Assert.Equal(["2026-10-25 02:30:00.000000+02:00", "2026-10-25 02:30:00.000000+01:00"], lines.Skip(1).Select(line => Cell(line, "occurred_at_local")));
        Assert.Equal("Europe/Berlin", Cell(lines[1], "time_zone"));
    }

    [Fact]
    public void Connection_HasItsNameBesideItsId_WhereItIsKnown()
    {
        using var rows = new CsvRows(InstantFormat.Utc, (id, _) => id == "1" ? "Main IVR" : null);
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var id in new[] { "1", "2", null })
            rows.Write(bytes, FeedRows.Row(0) with { ConnectionId = id });

        Assert.Equal([("1", "Main IVR"), ("2", ""), ("", "")], Read(bytes.WrittenSpan.ToArray()).Select(line => (Cell(line, "connection_id"), Cell(line, "connection_name"))));
        Assert.Equal(CsvRows.Columns.ToList().IndexOf("connection_id") + 1, CsvRows.Columns.ToList().IndexOf("connection_name"));
    }

    [Fact]
    public void LastLine_OfAPartialExport_SaysWhyInItsFirstCellAndHasAllColumns()
    {
        using var rows = new CsvRows(InstantFormat.Utc);
        var bytes = new ArrayBufferWriter<byte>();
        rows.WriteTail(bytes, new ExportSummary(120, 300) { AsOf = FeedRows.Noon, Coverage = "partial", Expired = 2, Missing = 1, LeftOut = 3 });
        var line = Assert.Single(Read(bytes.WrittenSpan.ToArray()));

        Assert.Equal(CsvRows.Columns.Count, line.Count);
        Assert.Equal(
            "# partial: 120 of 300 events as of 2026-11-23T09:00:00.000000Z; coverage partial; 2 left the 24-hour window before they were read; "
            + "1 were in none of Telnyx's answers; 3 arrived after their place had been written", line[0]);
        Assert.All(line.Skip(1), Assert.Empty);
    }

    private static byte[] Write(InstantFormat instants, params CallEvent[] events)
    {
        using var rows = new CsvRows(instants);
        var bytes = new ArrayBufferWriter<byte>();
        rows.WriteHead(bytes);
        foreach (var row in events)
            rows.Write(bytes, row);
        Assert.Equal(Encoding.UTF8.Preamble, bytes.WrittenSpan[..3]);
        return bytes.WrittenSpan[3..].ToArray();
    }

    private static List<List<string>> Read(byte[] file)
    {
        using var reader = CsvReader.Create(new MemoryStream(file), CsvReaderOptions.Default with { HasHeader = false });
        var lines = new List<List<string>>();
        while (reader.Read())
            lines.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return lines;
    }

    private static string Cell(List<string> line, string column) => line[CsvRows.Columns.ToList().IndexOf(column)];
}
