namespace CallEventsDashboard.Telnyx;

/// <summary>A body that gives <paramref name="start"/> and then fails, or never ends.</summary>
internal sealed class BrokenStream(byte[] start, Func<CancellationToken, Task> then) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = Math.Min(buffer.Length, start.Length - _position);
        start.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        if (count == 0)
            await then(cancellationToken);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
