using System.Buffers;
using System.Text;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>A few events that somebody picked from a list, as they may be seen, in the formats of an export.</summary>
public static class PickedEvents
{
    private const int LineFeed = 1;

    /// <summary>An array of the records as Telnyx sent them, one a line; for one that can't be read, what NDJSON has for it.</summary>
    public static string Json(IReadOnlyList<CallEvent> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var format = new NdjsonRows();
        var json = new StringBuilder("[");
        foreach (var line in rows.Select(row => Write(writer => format.Write(writer, row))))
            json.Append(json.Length > 1 ? ",\n" : "\n").Append(line.AsSpan(0, line.Length - LineFeed));
        return json.Append("\n]\n").ToString();
    }

    /// <summary>The columns of an export, with its head and its mark of UTF-8; what would be a formula stands behind an apostrophe.</summary>
    /// <param name="nameOf">The name of a connection by its ID and the product of the event that has it, as it may be seen; null where it is not known.</param>
    public static string Csv(IReadOnlyList<CallEvent> rows, InstantFormat instants, Func<string, string?, string?> nameOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var format = new CsvRows(instants, nameOf);
        return Write(writer =>
        {
            format.WriteHead(writer);
            foreach (var row in rows)
                format.Write(writer, row);
        });
    }

    private static string Write(Action<IBufferWriter<byte>> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
