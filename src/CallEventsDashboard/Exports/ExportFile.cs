using System.IO.Compression;
using System.Security.Cryptography;

namespace CallEventsDashboard.Exports;

/// <summary>
/// The bytes of one export outside of memory: in a temporary file without a name where the system permits, in chunks that are compressed and then encrypted with a
/// key that nothing but this object has. What remains on the disk after a crash is of no use to anybody. One thread appends, any number read what was appended.
/// </summary>
internal sealed class ExportFile : IDisposable
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly AesGcm _cipher;
    private readonly List<Chunk> _chunks = [];
    private long _end;
    private int _readers;
    private bool _isUnwanted;

    /// <exception cref="IOException">No temporary file can be made.</exception>
    public ExportFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, BufferSize = 0, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(path, options);
        // Where a file can be read without a name, not even an end of the process leaves it behind.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        var key = RandomNumberGenerator.GetBytes(KeySize);
        _cipher = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>How many bytes were appended.</summary>
    public long Length
    {
        get
        {
            lock (_gate)
                return _end;
        }
    }

    /// <summary>How many bytes they take on the disk.</summary>
    public long Stored
    {
        get
        {
            lock (_gate)
                return _chunks.Sum(chunk => (long)chunk.Stored);
        }
    }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="IOException">There is no room for them.</exception>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length == 0)
            return;
        var packed = Pack(bytes.Span);
        byte[] sealedBytes;
        long at;
        lock (_gate)
        {
            sealedBytes = Seal(packed, _chunks.Count);
            at = _chunks is [.., var last] ? last.At + last.Stored : 0;
        }

        await RandomAccess.WriteAsync(_file.SafeFileHandle, sealedBytes, at, cancellationToken);
        lock (_gate)
        {
            _chunks.Add(new Chunk(_end, bytes.Length, at, sealedBytes.Length));
            _end += bytes.Length;
        }
    }

    /// <summary>All that was appended until now. The file stays for as long as it is open.</summary>
    /// <exception cref="ObjectDisposedException">The file is gone.</exception>
    public Stream Open()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isUnwanted, this);
            _readers++;
            return new ExportStream(_end, ReadAsync, CloseReader);
        }
    }

    /// <summary>Lets go of the file; it is gone once nobody reads it any more.</summary>
    public void Dispose()
    {
        lock (_gate)
            _isUnwanted = true;
        DropUnused();
    }

    /// <returns>The chunk with the byte at a position, and where it begins.</returns>
    private async Task<(long From, byte[] Bytes)> ReadAsync(long position, CancellationToken cancellationToken)
    {
        int number;
        Chunk chunk;
        lock (_gate)
        {
            number = _chunks.FindLastIndex(each => each.From <= position);
            chunk = _chunks[number];
        }

        var stored = new byte[chunk.Stored];
        for (var read = 0; read < stored.Length;)
        {
            var got = await RandomAccess.ReadAsync(_file.SafeFileHandle, stored.AsMemory(read), chunk.At + read, cancellationToken);
            read += got > 0 ? got : throw new EndOfStreamException("The temporary file of an export was cut.");
        }

        lock (_gate)
            return (chunk.From, Unpack(Unseal(stored, number), chunk.Length));
    }

    private void CloseReader()
    {
        lock (_gate)
            _readers--;
        DropUnused();
    }

    private void DropUnused()
    {
        lock (_gate)
        {
            if (!_isUnwanted || _readers > 0)
                return;
        }

        _file.Dispose();
        _cipher.Dispose();
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed, int length)
    {
        var bytes = new byte[length];
        using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        inflate.ReadExactly(bytes);
        return bytes;
    }

    private byte[] Seal(byte[] packed, int number)
    {
        var stored = new byte[packed.Length + TagSize];
        _cipher.Encrypt(Nonce(number), packed, stored.AsSpan(TagSize), stored.AsSpan(0, TagSize));
        return stored;
    }

    private byte[] Unseal(byte[] stored, int number)
    {
        var packed = new byte[stored.Length - TagSize];
        _cipher.Decrypt(Nonce(number), stored.AsSpan(TagSize), stored.AsSpan(0, TagSize), packed);
        return packed;
    }

    // A key is of one file, and no chunk is written twice.
    private static byte[] Nonce(int number)
    {
        var nonce = new byte[NonceSize];
        BitConverter.TryWriteBytes(nonce, number);
        return nonce;
    }

    private readonly record struct Chunk(long From, int Length, long At, int Stored);
}
