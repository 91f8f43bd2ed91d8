namespace CallEventsDashboard.Exports;

/// <summary>The bytes of an export file as one stream that can be read from any place. It holds one chunk of them.</summary>
/// <param name="readAsync">Reads the chunk with the byte at a position.</param>
/// <param name="closed">Called once, when the stream is closed.</param>
internal sealed class ExportStream(long length, Func<long, CancellationToken, Task<(long From, byte[] Bytes)>> readAsync, Action closed) : Stream
{
    private (long From, byte[] Bytes) _chunk = (0, []);
    private bool _isClosed;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
            return 0;
        if (Position < _chunk.From || Position >= _chunk.From + _chunk.Bytes.Length)
            _chunk = await readAsync(Position, cancellationToken);
        var rest = _chunk.Bytes.AsMemory((int)(Position - _chunk.From));
        var count = (int)Math.Min(Math.Min(rest.Length, buffer.Length), length - Position);
        rest[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("An export is read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("An export is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An export is read only.");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || _isClosed)
            return;
        _isClosed = true;
        closed();
    }
}
