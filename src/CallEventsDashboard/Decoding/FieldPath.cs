using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>
/// A field of a record by its way from the record: <c>metadata.attempt</c>. A path that begins with <c>payload</c> is that of a field of the call's own payload,
/// wherever the record keeps it: the shapes of records differ in that.
/// </summary>
public sealed partial record FieldPath
{
    private const string PayloadName = "payload";
    private const int LongestPath = 120;
    private const int Deepest = 6;
    private const int MostFields = 400;

    private readonly string[] _names;

    private FieldPath(string[] names) => _names = names;

    /// <summary>As it is written.</summary>
    public string Text => string.Join('.', _names);

    /// <summary>The last name of it.</summary>
    public string Name => _names[^1];

    /// <summary>Its names, from the record on.</summary>
    public IReadOnlyList<string> Names => _names;

    public bool Equals(FieldPath? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>Reads a path as it is written or typed; null for what is none. Names have letters, digits, <c>_</c> and <c>-</c>.</summary>
    public static FieldPath? Parse(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestPath } path && Written().IsMatch(path) && path.Split('.') is { Length: <= Deepest } names ? new(names) : null;

    /// <summary>The fields that some records have, with how many of them have each: what most have comes first.</summary>
    public static IReadOnlyList<(FieldPath Path, int Records)> In(IEnumerable<CallEvent> rows)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Flaw is RecordFlaw.None))
        {
            var record = LooseJson.Parse(row.Raw.Span);
            var found = new HashSet<string>(StringComparer.Ordinal);
            Collect(CallEventBody.Payload(record), [PayloadName], found);
            Collect(record, [], found);
            foreach (var path in found.Where(path => counts.ContainsKey(path) || counts.Count < MostFields))
                counts[path] = counts.GetValueOrDefault(path) + 1;
        }

        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (Parse(pair.Key)!, pair.Value))];
    }

    /// <summary>The value at the path; <c>default</c> where there is none.</summary>
    /// <param name="payload">The record's own payload, wherever it is.</param>
    internal JsonElement Find(JsonElement record, JsonElement payload)
    {
        if (_names is [PayloadName, .. var inner] && inner.Length > 0 && Follow(payload, inner) is { ValueKind: not JsonValueKind.Undefined } value)
            return value;
        return Follow(record, _names);
    }

    private static JsonElement Follow(JsonElement from, string[] names) => names.Aggregate(from, LooseJson.Field);

    // The payload is found under its own name, and not a second time where the record has it.
    private static void Collect(JsonElement value, string[] path, HashSet<string> found)
    {
        if (value.ValueKind != JsonValueKind.Object || path.Length >= Deepest)
            return;
        foreach (var property in value.EnumerateObject())
        {
            string[] next = [.. path, property.NameOrSource()];
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                if (next[^1] is not (PayloadName or "event"))
                    Collect(property.Value, next, found);
            }
            else if (property.Value.ValueKind is not JsonValueKind.Null && Parse(string.Join('.', next)) is { } field)
                found.Add(field.Text);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
