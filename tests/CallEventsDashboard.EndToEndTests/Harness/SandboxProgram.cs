using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The Sandbox program in a process of its own, and a direct reader of what it serves: the measure of what the pages show.</summary>
public sealed class SandboxProgram : IAsyncDisposable
{
    /// <summary>A limit of requests so large that the dashboard need not spare any.</summary>
    public const string Plenty = "1000000/60";

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

    /// <summary>Starts it with a limit that no test reaches, unless the options give one: tests of an account share its minutes.</summary>
    public static async Task<SandboxProgram> StartAsync(params string[] options) =>
        new(await ServerProcess.StartAsync([Published.Sandbox, "--url", "http://127.0.0.1:0", .. options, .. options.Contains("--rate-limit") ? Array.Empty<string>() : ["--rate-limit", Plenty]]));

    /// <summary>Changes the trouble that the program makes; what is absent returns to its default.</summary>
    public async Task SetFaultsAsync(object faults)
    {
        using var answer = await _client.PostAsJsonAsync("/_sandbox/faults", faults, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"/_sandbox/faults answered {(int)answer.StatusCode}");
    }

    /// <summary>The HTTP statuses of what it answered last.</summary>
    public async Task<IReadOnlyList<int>> StatusesAsync()
    {
        using var body = await _client.GetFromJsonAsync<JsonDocument>("/_sandbox/requests", TestContext.Current.CancellationToken);
        return [.. body!.RootElement.GetProperty("requests").EnumerateArray().Select(request => request.GetProperty("status").GetInt32())];
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
        for (var count = await CountAsync(query); ;)
        {
            var last = Math.Max(1, (count + MaxPageSize - 1) / MaxPageSize);
            var (rows, total) = await PageAsync(query, last);
            var (earlier, earlierTotal) = last > 1 ? await PageAsync(query, last - 1) : ([], total);
            // When a row has expired between two answers, their pages do not follow each other.
            if (total == count && earlierTotal == count)
                return [.. earlier.Concat(rows).OrderByDescending(row => row.OccurredAt)];
            count = earlierTotal;
        }
    }

    /// <summary>
    /// The parameter of a link that narrows a list to so many of its newest rows, or a few more that have the time of the oldest, at whatever hour, of a
    /// service that lists the oldest first and has no live traffic: with fewer than all of them none expires while a test runs.
    /// </summary>
    public async Task<string> NewestRangeAsync(long rows)
    {
        for (var count = await CountAsync(""); ;)
        {
            var (first, total) = await PageAsync("", count - rows + 1, 1);
            if (total == count)
                return $"occurred_at.gte={first[0].OccurredAt}";
            count = total;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }
}
