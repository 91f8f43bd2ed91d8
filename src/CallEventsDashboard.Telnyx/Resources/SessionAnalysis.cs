using System.Text.Json;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>The answer of <see cref="SessionAnalyses"/>. Nothing is required of it: what it lacks is null, and its records are what could be found.</summary>
public sealed record SessionAnalysis
{
    private const int MostRecords = 500;

    public string? SessionId { get; init; }

    /// <summary>A decimal number as it was sent.</summary>
    public string? Cost { get; init; }

    public string? Currency { get; init; }

    /// <summary>The number of records by the answer's own count.</summary>
    public long? Count { get; init; }

    /// <summary>The records that were found, each before its children, at most 500.</summary>
    public required IReadOnlyList<CallDetailRecord> Records { get; init; }

    public static SessionAnalysis Read(ReadOnlyMemory<byte> answer)
    {
        var json = LooseJson.Parse(answer.Span);
        var root = json.Field("root");
        var records = new List<CallDetailRecord>();
        Add(records, root.ValueKind is JsonValueKind.Object ? root : json, depth: 0);
        return new SessionAnalysis
        {
            SessionId = json.Text("session_id"),
            Cost = json.Field("cost").Text("total") ?? json.Field("cost").Text() ?? root.Field("cost").Text("cumulative_cost"),
            Currency = json.Field("cost").Text("currency") ?? root.Field("cost").Text("currency"),
            Count = json.Field("meta").Field("event_count").WholeNumber(0, int.MaxValue),
            Records = records,
        };
    }

    private static void Add(List<CallDetailRecord> records, JsonElement node, int depth)
    {
        if (records.Count >= MostRecords || node.ValueKind is not JsonValueKind.Object)
            return;
        if (CallDetailRecord.Read(node, depth) is { } record)
            records.Add(record);
        foreach (var child in node.Field("children").Items())
            Add(records, child, depth + 1);
    }
}
