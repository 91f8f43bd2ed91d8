using System.Globalization;
using System.Text.Json;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A row as the API sent it, reduced to what a row in the page shows.</summary>
public sealed record ApiRow(string OccurredAt, string Name, string Type, string LegId, string SessionId)
{
    public JsonElement Record { get; private init; }

    public static ApiRow From(JsonElement record) => new(
        Instant(Text(record, "occurred_at") ?? Text(record, "event_timestamp") ?? ""),
        Text(record, "name") ?? "",
        Text(record, "type") ?? "",
        Text(record, "leg_id") ?? Text(record, "call_leg_id") ?? "",
        Text(record, "application_session_id") ?? Text(record, "call_session_id") ?? "")
    {
        Record = record.Clone(),
    };

    /// <summary>The text of a field of the record; null when it is absent, null or empty.</summary>
    public static string? Text(JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    public bool Equals(ApiRow? other) =>
        other is not null && (OccurredAt, Name, Type, LegId, SessionId) == (other.OccurredAt, other.Name, other.Type, other.LegId, other.SessionId);

    public override int GetHashCode() => HashCode.Combine(OccurredAt, Name, Type, LegId, SessionId);

    /// <summary>As the pages write it: UTC with six digits. A time without a zone is UTC.</summary>
    private static string Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
            : text;
}
