namespace CallEventsDashboard.Decoding;

/// <summary>What a decoded text turned out to be.</summary>
public enum DecodedForm
{
    Json,
    Text,

    /// <summary>Bytes that are no text, as hexadecimal pairs.</summary>
    Hex,
}
