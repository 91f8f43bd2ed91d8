using System.Buffers;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads a body up to a limit. The limit counts what comes out of the decompression, so a small compressed body can't fill the memory.</summary>
internal static class ResponseBody
{
    private const int ChunkBytes = 64 * 1024;

    /// <returns>Null when the body is larger than <paramref name="limit"/> bytes.</returns>
    public static async Task<Memory<byte>?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return null;

        var stream = await content.ReadAsStreamAsync(cancellationToken);
        await using var _ = stream;
        using var body = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
            {
                if (body.Length + read > limit)
                    return null;
                body.Write(chunk, 0, read);
            }
        }
        finally
        {
            // The chunk had phone numbers: the next renter must not see them.
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
