namespace CallEventsDashboard.Queries;

/// <summary>A typed text as it was understood: a value, or a sentence that says why there is none and the way out. Both are null for an empty text.</summary>
public readonly record struct FilterInput(string? Value, string? Error)
{
    public static FilterInput Empty { get; }

    public bool IsValid => Error is null;

    public static FilterInput Accept(string value) => new(value, null);

    public static FilterInput Refused(string error) => new(null, error);
}
