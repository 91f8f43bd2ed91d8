namespace CallEventsDashboard.Decoding;

/// <param name="Text">At most <see cref="ClientState.MaxCharacters"/> characters.</param>
/// <param name="Bytes">How many bytes were decoded, shown or not.</param>
public sealed record DecodedText(DecodedForm Form, string Text, int Bytes)
{
    public bool IsClipped { get; init; }

    /// <summary>Whether what was decoded reads as plain text itself, so that it may never have been base64.</summary>
    public bool IsPerhapsPlain { get; init; }
}
