using System.Buffers;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>Writes the rows of one export into its file, as they may be seen. Used by one thread at a time, but for <see cref="Open"/> and <see cref="Length"/>.</summary>
/// <param name="mask">Null where rows are written as they are.</param>
internal sealed class ExportWriter(IExportRows format, RecordMask? mask) : IDisposable
{
    private const int ChunkSize = 128 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private ExportFile? _file;

    public static ExportWriter Create(ExportChoice choice, ApiKey key)
    {
        var mask = choice.IsMasked ? new RecordMask(new Pseudonyms(key)) : null;
        return new ExportWriter(choice.Format is ExportFormat.Csv ? new CsvRows(choice.Instants, NameOf) : new NdjsonRows(), mask);

        string? NameOf(string id, string? _) => !choice.ConnectionNames.TryGetValue(id, out var name) ? null : mask?.Value("connection_name", name) ?? name;
    }

    public string Extension => format.Extension;

    public string ContentType => format.ContentType;

    /// <summary>The rows written since it began.</summary>
    public int Rows { get; private set; }

    /// <summary>The bytes in the file.</summary>
    public long Length => _file?.Length ?? 0;

    /// <summary>Begins a file, in the place of the one before.</summary>
    /// <exception cref="IOException">No temporary file can be made.</exception>
    public void Begin()
    {
        _file?.Dispose();
        (_file, Rows) = (new ExportFile(), 0);
        _buffer.ResetWrittenCount();
        format.WriteHead(_buffer);
    }

    /// <exception cref="IOException">There is no room for the rows.</exception>
    public async Task WriteAsync(IReadOnlyList<CallEvent> rows)
    {
        foreach (var row in rows)
        {
            format.Write(_buffer, mask?.Of(row) ?? row);
            if (_buffer.WrittenCount >= ChunkSize)
                await FlushAsync();
        }

        Rows += rows.Count;
    }

    /// <inheritdoc cref="WriteAsync"/>
    public Task EndAsync(ExportSummary summary)
    {
        if (summary.IsPartial)
            format.WriteTail(_buffer, summary);
        return FlushAsync();
    }

    /// <summary>The whole file.</summary>
    /// <exception cref="ObjectDisposedException">The file is gone.</exception>
    public Stream Open() => _file?.Open() ?? throw new ObjectDisposedException(nameof(ExportWriter));

    public void Dispose()
    {
        _file?.Dispose();
        format.Dispose();
    }

    private async Task FlushAsync()
    {
        await _file!.AppendAsync(_buffer.WrittenMemory, CancellationToken.None);
        _buffer.ResetWrittenCount();
    }
}
