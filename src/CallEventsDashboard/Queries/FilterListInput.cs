namespace CallEventsDashboard.Queries;

/// <summary>A typed list as it was understood: its values, none for an empty text; or a sentence that says why there are none and the way out.</summary>
public sealed record FilterListInput(IReadOnlyList<string> Values, string? Error)
{
    public static FilterListInput Accept(IReadOnlyList<string> values) => new(values, null);

    public static FilterListInput Refused(string error) => new([], error);
}
