using System.Text.Json;

namespace CallEventsDashboard.Evidence;

/// <summary>Finds where the JSON of an evidence file breaks.</summary>
internal static class EvidenceDamage
{
    private const string Events = "events";

    private static readonly string[] Parts =
        ["format", "format_version", "product_version", "saved_at", "masked", "not_included", "query", "coverage", "reconstruction", "request_count", "requests", Events];

    /// <returns>The part of the file in which it breaks; null for a text that does not begin as an evidence file.</returns>
    public static string? Find(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        var (part, events, isEvidence) = (default(string), 0, false);
        try
        {
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                {
                    // A name of somebody else's is not repeated.
                    var name = reader.GetString();
                    part = Array.Find(Parts, known => known == name);
                }
                else if (part == "format" && reader is { CurrentDepth: 1, TokenType: JsonTokenType.String })
                {
                    isEvidence = reader.GetString() == SessionEvidence.Format;
                }
                else if (part == Events && reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartObject })
                {
                    events++;
                }
            }
        }
        catch (JsonException)
        {
            // Here it breaks.
        }

        return !isEvidence ? null : (part, events) switch
        {
            (Events, > 0) => FormattableString.Invariant($"{Events}, at number {events}"),
            _ => part ?? "the end",
        };
    }
}
