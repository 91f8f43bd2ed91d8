using CsCheck;

namespace CallEventsDashboard.Decoding;

public sealed class ClientStateTests
{
    [Theory]
    [InlineData("eyJzdGVwIjozfQ==", DecodedForm.Json, """{"step":3}""")]
    [InlineData("eyJzdGVwIjozfQ", DecodedForm.Json, """{"step":3}""")]
    [InlineData("aGVsbG8gd29ybGQ=", DecodedForm.Text, "hello world")]
    [InlineData("Z3LDvMOfZQ==", DecodedForm.Text, "grüße")]
    [InlineData("NDI=", DecodedForm.Text, "42")]
    [InlineData("eyJh\nIjoxfQ==", DecodedForm.Json, """{"a":1}""")]
    [InlineData(" eyJh\r\n  IjoxfQ \r\n", DecodedForm.Json, """{"a":1}""")]
    [InlineData("AAECAwQF/w==", DecodedForm.Hex, "00 01 02 03 04 05 ff")]
    [InlineData("AAECAwQF_w", DecodedForm.Hex, "00 01 02 03 04 05 ff")]
    public void Decode_Base64_IsJsonTextOrHex(string encoded, DecodedForm form, string text)
    {
        var decoded = ClientState.Decode(encoded);

        Assert.Equal((form, text), (decoded!.Form, decoded.Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("====")]
    [InlineData("not base64!")]
    [InlineData("abcde")]
    [InlineData("hello world")]
    public void Decode_NoBase64_IsNull(string? encoded) => Assert.Null(ClientState.Decode(encoded));

    [Theory]
    [InlineData("callback", true)]
    [InlineData("step_12b", true)]
    [InlineData("5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0", true)]
    [InlineData("aGVsbG8g", true)]
    [InlineData("aGVsbG8gd29ybGQ=", false)]
    [InlineData("eyJzdGVwIjozfQ", false)]
    [InlineData("AAECAwQF/w", false)]
    public void Decode_OfWhatMayBePlainText_SaysSo(string encoded, bool isPerhapsPlain) =>
        Assert.Equal(isPerhapsPlain, ClientState.Decode(encoded)!.IsPerhapsPlain);

    [Fact]
    public void Decode_LongText_IsClippedAndSaysHowLongItWas()
    {
        var decoded = ClientState.Decode(Records.Base64(new string('a', 10_000)));

        Assert.Equal((ClientState.MaxCharacters, 10_000, true), (decoded!.Text.Length, decoded.Bytes, decoded.IsClipped));
    }

    [Fact]
    public void Decode_Enormous_IsNull() => Assert.Null(ClientState.Decode(new string('A', 1_000_000)));

    [Fact]
    public void Decode_AnyText_NeverThrows() => Gen.String.Sample(text => ClientState.Decode(text)?.Text.Length is null or <= ClientState.MaxCharacters);

    [Fact]
    public void Decode_AnyBytes_AreReadBack() =>
        Gen.Byte.Array[1, 200].Sample(bytes => ClientState.Decode(Convert.ToBase64String(bytes)) is { } decoded && decoded.Bytes == bytes.Length);
}
