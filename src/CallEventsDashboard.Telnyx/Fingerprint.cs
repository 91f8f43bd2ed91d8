using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>The identity of a record; its form and its sources are those of <see cref="CallEvent.Fingerprint"/>.</summary>
public static class Fingerprint
{
    private const int HashBytes = 8;
    private const int MinBuffer = 256;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The fingerprint of a record: every field of <paramref name="callEvent"/> but its fingerprint has been read.</summary>
    /// <param name="body">What the record says of the call, around the webhook's payload; property order and white space do not matter.</param>
    public static string Compute(CallEvent callEvent, JsonElement body)
    {
        var microseconds = callEvent.OccurredAt is { } at ? Microseconds(at) : 0;
        var source = new ArrayBufferWriter<byte>(Math.Max(MinBuffer, callEvent.Raw.Length));
        if (callEvent is { EventId: { } id, Attempt: { } attempt })
        {
            CanonicalJson.Write(source, id);
            CanonicalJson.Write(source, attempt);
        }
        else
        {
            CanonicalJson.Write(source, callEvent.LegId);
            CanonicalJson.Write(source, callEvent.SessionId);
            CanonicalJson.Write(source, microseconds);
            CanonicalJson.Write(source, callEvent.Name);
            CanonicalJson.Write(source, callEvent.Type);
            CanonicalJson.Write(source, body);
            if (callEvent.Attempt is { } number)
                CanonicalJson.Write(source, number);
        }

        return Format(microseconds, source.WrittenSpan);
    }

    /// <summary>The fingerprint of a record that can't be read whole: of its time, where it has one, and its text.</summary>
    public static string Compute(CallEvent callEvent, ReadOnlySpan<byte> text) => Format(callEvent.OccurredAt is { } at ? Microseconds(at) : 0, text);

    /// <summary>The time of the record that a fingerprint was made from; null when it had none, or when the text is no fingerprint.</summary>
    public static DateTimeOffset? TimeOf(string? fingerprint)
    {
        var text = fingerprint.AsSpan();
        var hyphen = text.IndexOf('-');
        return hyphen > 0
            && text[(hyphen + 1)..] is { Length: HashBytes * 2 } hash && !hash.ContainsAnyExcept(HexDigits)
            && long.TryParse(text[..hyphen], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds > 0 && microseconds <= Microseconds(DateTimeOffset.MaxValue)
            ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    private static string Format(long microseconds, ReadOnlySpan<byte> source)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        return string.Create(CultureInfo.InvariantCulture, $"{microseconds}-{Convert.ToHexStringLower(hash[..HashBytes])}");
    }

    private static long Microseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
