namespace CallEventsDashboard.Sandbox.Api;

/// <summary>A body that arrives one piece a second, or breaks off in the middle.</summary>
internal sealed class FaultyResponseStream(SandboxAnswer answer, TimeProvider time) : Stream
{
    private const int Pieces = 60;
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <summary>How much of a body is sent at once, where it is sent slowly.</summary>
    public static int PieceOf(int length) => Math.Max(1, length / Pieces);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var slow = answer.Delivery == Delivery.Slow;
        var end = slow ? answer.Body.Length : answer.Body.Length / 2;
        var length = Math.Min(buffer.Length, end - _position);
        if (slow && length > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            length = Math.Min(length, PieceOf(answer.Body.Length));
        }

        if (length == 0 && !slow)
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended before its announced length.");
        answer.Body.Span.Slice(_position, length).CopyTo(buffer.Span);
        _position += length;
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
