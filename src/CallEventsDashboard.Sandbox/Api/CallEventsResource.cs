using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary><c>GET /v2/call_events</c>: query string to status and body.</summary>
internal sealed class CallEventsResource(SandboxOptions options, CallEventList list)
{
    private readonly RecordWriter _records = new(options);

    public (int Status, ReadOnlyMemory<byte> Body) Get(string query, int totalsDrift)
    {
        var filters = list.Filters();
        var page = PageArguments.Default;
        foreach (var (name, value) in QueryPairs.Read(query))
        {
            var path = QueryPairs.Path(name);
            if (path is ["filter", _, ..])
                filters.Add(name, path, value);
            else
                page = page.With(name, value, filters.Errors);
        }

        if (filters.Errors.Count > 0)
            return (filters.Errors[0].Status, ApiJson.Errors(filters.Errors));
        var served = page with { Size = Math.Min(page.Size, options.Cuts.PageSize ?? int.MaxValue) };
        var (rows, total) = list.Read(filters.ToQuery(), served);
        return (200, Write(rows, Math.Max(0, total + totalsDrift), options.Cuts.TellsAskedSize ? page : served));
    }

    private ReadOnlyMemory<byte> Write(IReadOnlyList<EventRow> rows, int total, PageArguments page) => ApiJson.Write(json =>
    {
        json.WriteStartArray("data");
        foreach (var row in rows)
            _records.Write(json, row);
        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("page_number", page.Number);
        json.WriteNumber("page_size", page.Size);
        if (options.Totals)
        {
            json.WriteNumber("total_pages", (total + page.Size - 1) / page.Size);
            json.WriteNumber("total_results", total);
        }

        json.WriteEndObject();
    });
}
