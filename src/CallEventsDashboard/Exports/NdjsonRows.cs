using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>One record a line, as Telnyx sent it. A line that is no record is an object with one member: <c>_unreadable</c> for a record that can't be read, <c>_export</c> at the end of a partial export.</summary>
internal sealed class NdjsonRows : IExportRows
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Extension => ".ndjson";

    public string ContentType => "application/x-ndjson; charset=utf-8";

    public void WriteHead(IBufferWriter<byte> to)
    {
    }

    public void Write(IBufferWriter<byte> to, CallEvent row)
    {
        if (row.Flaw is RecordFlaw.None)
            WriteRecord(to, row.Raw.Span);
        else
            WriteObject(to, writer =>
            {
                writer.WriteStartObject("_unreadable");
                writer.WriteString("flaw", row.Flaw.ToString());
                writer.WriteString("text", row.Raw.Span);
                writer.WriteEndObject();
            });
        to.Write("\n"u8);
    }

    public void WriteTail(IBufferWriter<byte> to, ExportSummary summary)
    {
        WriteObject(to, writer =>
        {
            writer.WriteStartObject("_export");
            writer.WriteString("state", "partial");
            writer.WriteString("coverage", summary.Coverage);
            writer.WriteNumber("events", summary.Rows);
            WriteNumber(writer, "total", summary.Total);
            WriteInstant(writer, "as_of", summary.AsOf);
            WriteInstant(writer, "from", summary.From);
            WriteInstant(writer, "to", summary.To);
            writer.WriteNumber("expired", summary.Expired);
            writer.WriteNumber("missing", summary.Missing);
            writer.WriteNumber("late", summary.LeftOut);
            writer.WriteStartArray("reasons");
            foreach (var reason in summary.Reasons)
                writer.WriteStringValue(reason);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        to.Write("\n"u8);
    }

    public void Dispose()
    {
    }

    // A line break stands between the members of a record, never within a text of it.
    private static void WriteRecord(IBufferWriter<byte> to, ReadOnlySpan<byte> record)
    {
        var line = to.GetSpan(record.Length)[..record.Length];
        record.CopyTo(line);
        for (var at = line.IndexOfAny((byte)'\r', (byte)'\n'); at >= 0; at = line.IndexOfAny((byte)'\r', (byte)'\n'))
            line[at] = (byte)' ';
        to.Advance(record.Length);
    }

    private static void WriteObject(IBufferWriter<byte> to, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(to, Writing);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, DateTimeOffset? instant) =>
        writer.WriteString(name, instant is { } at ? InstantText.Format(at) : null);
}
