namespace CallEventsDashboard.Decoding;

/// <summary>A field that people look for before they read the JSON of an event.</summary>
/// <param name="Value">What the record says.</param>
/// <param name="Decoded">What it means; shown first.</param>
/// <param name="Hint">What else is known, or what is not; shown last and quietly.</param>
public sealed record KnownField(string Label, string Value, string? Decoded = null, string? Hint = null)
{
    public FieldForm Form { get; init; }

    public FieldTone Tone { get; init; }

    /// <summary>False where <see cref="Decoded"/> only writes the value in a better way.</summary>
    public bool ShowsValue { get; init; } = true;

    /// <summary>The record's key that holds <see cref="Value"/>, where the endpoint can filter by it.</summary>
    public string? FilterKey { get; init; }
}
