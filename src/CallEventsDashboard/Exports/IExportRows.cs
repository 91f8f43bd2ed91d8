using System.Buffers;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>Writes the rows of one export in its format.</summary>
internal interface IExportRows : IDisposable
{
    /// <summary>With its point.</summary>
    string Extension { get; }

    string ContentType { get; }

    /// <summary>Writes what comes before the rows.</summary>
    void WriteHead(IBufferWriter<byte> to);

    /// <summary>Writes a row, as it may be seen.</summary>
    void Write(IBufferWriter<byte> to, CallEvent row);

    /// <summary>Writes the last line of a partial export.</summary>
    void WriteTail(IBufferWriter<byte> to, ExportSummary summary);
}
