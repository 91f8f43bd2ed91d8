using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>One error that a record carries: why a command was refused. Whatever the record leaves out is null.</summary>
/// <param name="Code">Such as <c>90018</c>.</param>
/// <param name="Title">Such as <c>Call has already ended</c>.</param>
/// <param name="Detail">More words on this one case.</param>
public sealed record CallEventError(string? Code, string? Title, string? Detail)
{
    private const int Most = 20;

    /// <summary>The errors of a record, in their order, at most 20: of the first of <paramref name="places"/> that has a list of them, or a single one.</summary>
    internal static IReadOnlyList<CallEventError> Read(params ReadOnlySpan<JsonElement> places)
    {
        foreach (var place in places)
        {
            var errors = place.Field("errors");
            if (errors.ValueKind is JsonValueKind.Array && errors.GetArrayLength() > 0)
                return [.. errors.EnumerateArray().Take(Most).Select(Read)];
            if (errors.ValueKind is JsonValueKind.Object || errors.Text() is not null)
                return [Read(errors)];
        }

        return [];
    }

    // Where neither a title nor an object is sent, the error is its bare code or its words.
    private static CallEventError Read(JsonElement error) => error.ValueKind is JsonValueKind.Object
        ? new(error.Text("code"), error.Text("title"), error.Text("detail"))
        : error.Text() is { } text && !text.All(char.IsAsciiDigit) ? new(null, text, null)
        : new(error.Text(), null, null);
}
