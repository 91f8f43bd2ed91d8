using System.Buffers;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads a body up to a limit. The limit counts what comes out of the decompression, so a small compressed body can't fill the memory.</summary>
internal static class ResponseBody
{
    // Most pages of 250 records have up to so many bytes.
    private const int FirstBytes = 256 * 1024;

    /// <returns>Null when the body is larger than <paramref name="limit"/> bytes.</returns>
    public static async Task<Memory<byte>?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return null;

        var stream = await content.ReadAsStreamAsync(cancellationToken);
        await using var _ = stream;
        // A buffer that grows by itself leaves two large arrays behind for each page that is read: an export of a day's events reads hundreds.
        var rented = ArrayPool<byte>.Shared.Rent(FirstBytes);
        var length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(rented.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > limit)
                    return null;
                if (length == rented.Length)
                    rented = Grow(rented);
            }

            return rented.AsSpan(0, length).ToArray();
        }
        finally
        {
            Return(rented);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        Return(full);
        return larger;
    }

    // It had phone numbers: the next renter must not see them.
    private static void Return(byte[] rented) => ArrayPool<byte>.Shared.Return(rented, clearArray: true);
}
