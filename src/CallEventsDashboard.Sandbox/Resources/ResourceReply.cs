using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>An answer before its headers.</summary>
internal readonly record struct ResourceReply(int Status, ReadOnlyMemory<byte> Body)
{
    public static ResourceReply NotFound { get; } = Refuse(ApiError.NotFound);

    public static ResourceReply Refuse(ApiError error) => new(error.Status, ApiJson.Errors(error));

    public static ResourceReply Object(Action<Utf8JsonWriter> content) => new(200, ApiJson.Write(content));

    /// <summary>One page of a list, with its numbers.</summary>
    public static ResourceReply List<T>(IReadOnlyList<T> rows, PageArguments page, Action<Utf8JsonWriter, T> write) => Object(json =>
    {
        json.WriteStartArray("data");
        foreach (var row in rows.Skip((page.Number - 1) * page.Size).Take(page.Size))
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("page_number", page.Number);
        json.WriteNumber("page_size", page.Size);
        json.WriteNumber("total_pages", (rows.Count + page.Size - 1) / page.Size);
        json.WriteNumber("total_results", rows.Count);
        json.WriteEndObject();
    });
}
