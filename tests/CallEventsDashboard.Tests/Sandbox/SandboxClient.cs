using System.Globalization;
using System.Net;
using System.Text.Json;

namespace CallEventsDashboard.Sandbox;

/// <summary>Asks a Sandbox in process as any client would: by URL and key, reading JSON.</summary>
internal sealed class SandboxClient : IDisposable
{
    private readonly HttpClient _http;

    public SandboxClient(SandboxApi api, string key = "KEY_TEST")
    {
        _http = new HttpClient(new SandboxHandler(api)) { BaseAddress = new Uri("http://sandbox.test/v2/") };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public static string Filter(string name, string value) => $"filter[{name}]={Uri.EscapeDataString(value)}";

    public Task<HttpResponseMessage> SendAsync(string query = "", CancellationToken cancellationToken = default) =>
        _http.GetAsync($"call_events?{query}", HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public async Task<JsonElement> GetAsync(string query)
    {
        using var response = await SendAsync(query, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    public async Task<int> CountAsync(string query) =>
        (await GetAsync($"page[size]=1&{query}")).GetProperty("meta").GetProperty("total_results").GetInt32();

    /// <summary>All rows of a query, page by page.</summary>
    public async Task<List<JsonElement>> ReadAllAsync(string query, int size = 250)
    {
        var rows = new List<JsonElement>();
        for (var number = 1; ; number++)
        {
            var page = await GetAsync(string.Create(CultureInfo.InvariantCulture, $"{query}&page[number]={number}&page[size]={size}"));
            var data = page.GetProperty("data");
            rows.AddRange(data.EnumerateArray());
            if (data.GetArrayLength() < size)
                return rows;
        }
    }

    /// <summary>Status, code and parameter of each error.</summary>
    public async Task<(int Status, string[] Errors)> FailAsync(string query)
    {
        using var response = await SendAsync(query, TestContext.Current.CancellationToken);
        var errors = (await ReadAsync(response)).GetProperty("errors").EnumerateArray();
        return ((int)response.StatusCode, [.. errors.Select(Describe)]);
    }

    public void Dispose() => _http.Dispose();

    private static string Describe(JsonElement error) =>
        error.TryGetProperty("source", out var source) ? $"{error.GetProperty("code")} {source.GetProperty("parameter")}" : $"{error.GetProperty("code")}";

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return (await JsonDocument.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken)).RootElement;
    }
}
