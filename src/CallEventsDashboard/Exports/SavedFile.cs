namespace CallEventsDashboard.Exports;

/// <summary>A file that was whole when it was made. It lies where exports lie: outside of memory, encrypted.</summary>
internal sealed class SavedFile : IDownload
{
    private const int ChunkSize = 128 * 1024;

    private readonly ExportFile _file = new();

    private SavedFile(string person, string fileName, string contentType) => (Person, FileName, ContentType) = (person, fileName, contentType);

    public string Person { get; }

    public bool IsUnderWay => false;

    public bool HasFile => true;

    public string FileName { get; }

    public string ContentType { get; }

    public long Length => _file.Length;

    /// <exception cref="IOException">No temporary file can be made, or there is no room for the bytes.</exception>
    public static async Task<SavedFile> WriteAsync(string person, string fileName, string contentType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var saved = new SavedFile(person, fileName, contentType);
        try
        {
            // A download reads one chunk at a time.
            for (var at = 0; at < bytes.Length; at += ChunkSize)
                await saved._file.AppendAsync(bytes.Slice(at, Math.Min(ChunkSize, bytes.Length - at)), cancellationToken);
        }
        catch
        {
            saved.Dispose();
            throw;
        }

        return saved;
    }

    public Stream Open() => _file.Open();

    public void Dispose() => _file.Dispose();
}
