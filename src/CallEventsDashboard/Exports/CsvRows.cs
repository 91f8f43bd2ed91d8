using System.Buffers;
using System.Globalization;
using System.Text;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;
using CsvHelper;

namespace CallEventsDashboard.Exports;

/// <summary>One line an event, in UTF-8 with its mark, as spreadsheets need it. A partial export ends with a line whose first cell begins with <c># partial</c> and whose others are empty.</summary>
internal sealed class CsvRows : IExportRows
{
    private readonly MemoryStream _line = new();
    private readonly CsvWriter _writer;
    private readonly InstantFormat _instants;
    private readonly Func<string, string?, string?> _nameOf;

    /// <param name="nameOf">The name of a connection by its ID and the product of the event that has it, as it may be seen; null where it is not known.</param>
    public CsvRows(InstantFormat instants, Func<string, string?, string?>? nameOf = null) =>
        (_instants, _nameOf, _writer) = (instants, nameOf ?? ((_, _) => null), CsvWriter.Create(_line, CsvWriterOptions.Default, leaveOpen: true));

    public static IReadOnlyList<string> Columns { get; } =
    [
        "occurred_at_utc", "occurred_at_local", "time_zone", "name", "type", "failed", "delivery_status", "attempt", "error_code", "error_title", "details", "from", "to",
        "product", "leg_id", "session_id", "connection_id", "connection_name", "event_id", "delivered_to", "fingerprint",
    ];

    public string Extension => ".csv";

    public string ContentType => "text/csv; charset=utf-8";

    public void WriteHead(IBufferWriter<byte> to)
    {
        to.Write(Encoding.UTF8.Preamble);
        WriteLine(to, Columns);
    }

    public void Write(IBufferWriter<byte> to, CallEvent row) => WriteLine(to, Cells(row));

    public void WriteTail(IBufferWriter<byte> to, ExportSummary summary)
    {
        var of = summary.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $" of {total}") : "";
        var asOf = summary.AsOf is { } at ? $" as of {InstantText.Format(at)}" : "";
        var line = string.Create(CultureInfo.InvariantCulture, $"# partial: {summary.Rows}{of} events{asOf}; coverage {summary.Coverage}; {string.Join("; ", summary.Reasons)}");
        WriteLine(to, [line, .. Enumerable.Repeat("", Columns.Count - 1)]);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _line.Dispose();
    }

    private IEnumerable<string?> Cells(CallEvent row)
    {
        var error = row.Errors.Count > 0 ? row.Errors[0] : null;
        yield return row.OccurredAt is { } at ? InstantText.Format(at) : row.OccurredAtText;
        yield return row.OccurredAt is { } local ? _instants.Sortable(local) : null;
        yield return _instants.ZoneName;
        yield return row.Name;
        yield return row.Type;
        yield return row.Failed switch { true => "true", false => "false", null => null };
        yield return row.DeliveryStatus;
        yield return row.Attempt?.ToString(CultureInfo.InvariantCulture);
        yield return error?.Code;
        yield return error?.Title;
        yield return row.Flaw is RecordFlaw.None ? Plain(DetailsText.Format(row)) : $"record can't be read: {row.Flaw}";
        yield return row.From;
        yield return row.To;
        yield return row.Product;
        yield return row.LegId;
        yield return row.SessionId;
        yield return row.ConnectionId;
        yield return row.ConnectionId is { } id ? _nameOf(id, row.Product) : null;
        yield return row.EventId;
        yield return row.DeliveredTo;
        yield return row.Fingerprint;
    }

    // What keeps texts of both directions apart on a page is no part of them.
    private static string? Plain(string? details) => details?.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private void WriteLine(IBufferWriter<byte> to, IEnumerable<string?> cells)
    {
        _writer.WriteRecord([.. cells.Select(CsvCell.Neutral)]);
        _writer.Flush();
        to.Write(_line.GetBuffer().AsSpan(0, (int)_line.Length));
        _line.SetLength(0);
    }
}
