using System.Text;
using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>Decodes <c>client_state</c>: base64 of whatever the application put in, which may be JSON, text or bytes.</summary>
public static class ClientState
{
    public const int MaxCharacters = 4_000;

    private const int MaxEncoded = 256 * 1024;
    private const int MaxHexBytes = 256;
    private const int MaxPlain = 64;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Padding may be missing, lines may be broken as in mail, and the URL-safe alphabet is read too.</summary>
    /// <returns>Null when the text is empty, no base64, or above 256 KiB.</returns>
    public static DecodedText? Decode(string? encoded)
    {
        if (string.IsNullOrWhiteSpace(encoded) || encoded.Length > MaxEncoded)
            return null;
        // A space within a line is no part of base64 in any spelling: such a text is plain.
        var lines = encoded.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Any(line => line.Any(char.IsWhiteSpace)))
            return null;
        var joined = string.Concat(lines);
        var standard = joined.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        standard = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        var bytes = new byte[standard.Length / 4 * 3];
        if (!Convert.TryFromBase64String(standard, bytes, out var written) || written == 0)
            return null;
        var decoded = Read(bytes.AsSpan(0, written));
        return decoded with { IsPerhapsPlain = decoded.Form is not DecodedForm.Json && IsWordLike(joined) };
    }

    // A longer text of this alphabet is base64 rather than a word, a number or an id.
    private static bool IsWordLike(string text) => text.Length <= MaxPlain && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static DecodedText Read(ReadOnlySpan<byte> bytes)
    {
        if (TextOf(bytes) is not { } text)
        {
            var shown = bytes[..Math.Min(bytes.Length, MaxHexBytes)];
            var hex = string.Join(' ', Convert.ToHexStringLower(shown).Chunk(2).Select(pair => new string(pair)));
            return new DecodedText(DecodedForm.Hex, hex, bytes.Length) { IsClipped = shown.Length < bytes.Length };
        }

        var clipped = VisibleText.Clip(text, MaxCharacters);
        return new DecodedText(IsJson(bytes) ? DecodedForm.Json : DecodedForm.Text, clipped, bytes.Length) { IsClipped = clipped.Length < text.Length };
    }

    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes) => LooseJson.Parse(bytes).ValueKind is JsonValueKind.Object or JsonValueKind.Array;
}
