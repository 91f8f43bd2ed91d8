namespace CallEventsDashboard.Decoding;

/// <summary>The kind of a decoded text.</summary>
public enum DecodedForm
{
    Json,
    Text,

    /// <summary>Bytes that are no text, as hexadecimal pairs.</summary>
    Hex,
}
