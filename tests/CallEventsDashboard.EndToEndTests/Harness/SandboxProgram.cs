using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The Sandbox program in a process of its own, and a direct reader of what it serves: the measure of what the pages show.</summary>
public sealed class SandboxProgram : IAsyncDisposable
{
    private const int MaxPageSize = 250;

    private readonly ServerProcess _process;
    private readonly HttpClient _client;

    private SandboxProgram(ServerProcess process)
    {
        _process = process;
        _client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, disposeHandler: true)
        {
            BaseAddress = process.Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Keys.Good) },
        };
    }

    public Uri BaseUrl => new(_process.Address, "/v2/");

    public static async Task<SandboxProgram> StartAsync(params string[] options) =>
        new(await ServerProcess.StartAsync([Published.Sandbox, "--url", "http://127.0.0.1:0", .. options]));

    /// <summary>Changes the trouble that the program makes; what is absent returns to its default.</summary>
    public async Task SetFaultsAsync(object faults)
    {
        using var answer = await _client.PostAsJsonAsync("/_sandbox/faults", faults, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"/_sandbox/faults answered {(int)answer.StatusCode}");
    }

    /// <summary>How many rows match; <paramref name="query"/> is the wire's, with its values encoded.</summary>
    public async Task<long> CountAsync(string query) => (await PageAsync(query, 1, 1)).Total;

    public async Task<(IReadOnlyList<ApiRow> Rows, long Total)> PageAsync(string query, long number, int size = MaxPageSize)
    {
        using var body = await _client.GetFromJsonAsync<JsonDocument>(
            $"/v2/call_events?{query}&page[number]={number}&page[size]={size}", TestContext.Current.CancellationToken);
        var rows = body!.RootElement.GetProperty("data").EnumerateArray().Select(ApiRow.From).ToList();
        return (rows, body.RootElement.GetProperty("meta").GetProperty("total_results").GetInt64());
    }

    /// <summary>The newest rows that match, newest first: the last pages of a service that lists the oldest first.</summary>
    public async Task<IReadOnlyList<ApiRow>> NewestAsync(string query)
    {
        var last = Math.Max(1, (await CountAsync(query) + MaxPageSize - 1) / MaxPageSize);
        var rows = new List<ApiRow>((await PageAsync(query, last)).Rows);
        if (last > 1)
            rows.AddRange((await PageAsync(query, last - 1)).Rows);
        return [.. rows.OrderByDescending(row => row.OccurredAt)];
    }

    /// <summary>
    /// The parameter of a link that narrows a list to about so many of its newest rows, at whatever hour, of a service that lists the oldest first and
    /// has no live traffic: with fewer than all of them none expires while a test runs.
    /// </summary>
    public async Task<string> NewestRangeAsync(long rows)
    {
        var (first, _) = await PageAsync("", await CountAsync("") - rows + 1, 1);
        return $"occurred_at.gte={first[0].OccurredAt}";
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }
}
