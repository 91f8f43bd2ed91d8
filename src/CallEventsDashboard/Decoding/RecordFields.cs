using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>The fields of one record by their paths. The record is parsed once, when the first is asked for.</summary>
public sealed class RecordFields(CallEvent callEvent)
{
    private const int MostItems = 20;

    private (JsonElement Record, JsonElement Payload)? _parsed;

    /// <summary>The value of a field in one line: lists with commas, an object as <c>{…}</c>.</summary>
    /// <returns>Null where the record has no such field, or nothing in it.</returns>
    public string? Read(FieldPath path)
    {
        var (record, payload) = _parsed ??= Parse();
        return Show(path.Find(record, payload));
    }

    private (JsonElement Record, JsonElement Payload) Parse()
    {
        var record = callEvent.Flaw is RecordFlaw.None ? LooseJson.Parse(callEvent.Raw.Span) : default;
        return (record, CallEventBody.Payload(record));
    }

    private static string? Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object => "{…}",
        JsonValueKind.Array when value.GetArrayLength() is > 0 and var length =>
            string.Join(", ", value.EnumerateArray().Take(MostItems).Select(item => Show(item) ?? "–")) + (length > MostItems ? ", …" : ""),
        _ => value.Text(),
    };
}
