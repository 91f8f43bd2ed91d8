using System.Buffers;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, and the eighth bit says that more follow.</summary>
internal sealed class ByteStream
{
    private const int BitsPerByte = 7;
    private const int More = 1 << BitsPerByte;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <param name="value">Not negative.</param>
    public void Write(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= More; value >>= BitsPerByte)
            WriteByte((byte)(value | More));
        WriteByte((byte)value);
    }

    /// <summary>A number of either sign: 0, -1, 1, -2 … are written as 0, 1, 2, 3 …</summary>
    public void WriteSigned(long value) => Write(value < 0 ? (-value * 2) - 1 : value * 2);

    public void WriteBytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void WriteByte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
