using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using CallEventsDashboard.EndToEndTests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.EndToEndTests.Hosting;

/// <summary>What an operator and a container see of the app.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task HealthSwitch_AnswersForTheInstanceOfTheSameConfiguration()
    {
        using var ring = new TemporaryFolder();
        await using var app = await PlainApp.StartAsync(ring.Path, ("AllowedHosts", "calls.example.com"));
        var port = app.Address.Port.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(0, await CheckAsync(("ASPNETCORE_HTTP_PORTS", port), ("AllowedHosts", "calls.example.com")));
        Assert.Equal(0, await CheckAsync(("ASPNETCORE_URLS", $"http://+:{port}"), ("AllowedHosts", "calls.example.com")));
        Assert.Equal(1, await CheckAsync(("ASPNETCORE_HTTP_PORTS", "1")));
    }

    [Fact]
    public async Task KeyRingThatIsLost_IsNotReady_ButAlive()
    {
        var ring = Directory.CreateTempSubdirectory("call-events-keys-").FullName;
        await using var app = await PlainApp.StartAsync(ring);
        using var client = PlainApp.ClientOf(app.Address);
        Directory.Delete(ring, recursive: true);
        await File.WriteAllTextAsync(ring, "", TestContext.Current.CancellationToken);

        using var alive = await client.GetAsync("/healthz", TestContext.Current.CancellationToken);
        using var ready = await client.GetAsync("/readyz", TestContext.Current.CancellationToken);

        File.Delete(ring);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task KeyRingOnAFullDisk_IsNotReady_UntilThereIsRoom()
    {
        using var ring = new TemporaryFolder();
        var hindrance = await ConfinedProcess.HindranceAsync();
        Assert.SkipWhen(hindrance is not null, hindrance ?? "");
        await using var app = await ConfinedProcess.StartAsync("mount -t tmpfs -o size=128k,mode=700 tmpfs \"$DataProtection__KeyRing\"", PlainApp.Environment(ring.Path));
        using var client = PlainApp.ClientOf(app.Address);
        await ExpectReadyAsync(client, HttpStatusCode.OK);

        var filler = $"/proc/{app.Id}/root{ring.Path}/filler";
        Fill(filler);
        await ExpectReadyAsync(client, HttpStatusCode.ServiceUnavailable);

        File.Delete(filler);
        await ExpectReadyAsync(client, HttpStatusCode.OK);
    }

    [Fact]
    public async Task AnswerThatFails_CarriesTheHeaders_AndNoDetail()
    {
        using var ring = new TemporaryFolder();
        await using var app = await PlainApp.StartAsync(ring.Path);
        using var client = PlainApp.ClientOf(app.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor") { Headers = { { "Sec-WebSocket-Version", "13" } } };

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True((int)answer.StatusCode >= 400);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                file.Write(new byte[1024]);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    // An answer stands for a second.
    private static async Task ExpectReadyAsync(HttpClient client, HttpStatusCode expected)
    {
        using var limit = new CancellationTokenSource(Limits.Wait, TimeProvider.System);
        HttpStatusCode status;
        do
        {
            using var answer = await client.GetAsync("/readyz", limit.Token);
            status = answer.StatusCode;
        }
        while (status != expected);
    }

    private static async Task<int> CheckAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Published.App, "--healthcheck"]) { UseShellExecute = false, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}

/// <summary>The app sends its telemetry to a collector in this process.</summary>
public sealed class CollectorFixture() : DashboardFixture(
    ["--events", "500", "--seed", "7", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal))
{
    private readonly WebApplication _collector = Build();
    private readonly StringBuilder _received = new();
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Received
    {
        get
        {
            lock (_received)
                return _received.ToString();
        }
    }

    /// <summary>Waits until all of these texts were received.</summary>
    public async Task WaitForAsync(string[] texts)
    {
        using var limit = new CancellationTokenSource(Limits.Wait, TimeProvider.System);
        while (true)
        {
            Task more;
            string received;
            lock (_received)
                (more, received) = (_arrived.Task, _received.ToString());
            var lacking = Array.FindAll(texts, text => !received.Contains(text, StringComparison.Ordinal));
            if (lacking.Length == 0)
                return;
            Assert.False(limit.IsCancellationRequested, $"never received: {string.Join(", ", lacking)}");
            await Task.WhenAny(more, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, limit.Token));
        }
    }

    protected override async Task<ServerProcess> StartAsync(Dictionary<string, string> environment)
    {
        _collector.MapPost("/{**any}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            TaskCompletionSource arrived;
            lock (_received)
            {
                _received.Append(context.Request.Path).Append(Encoding.Latin1.GetString(body.ToArray()));
                (arrived, _arrived) = (_arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            arrived.SetResult();
        });
        await _collector.StartAsync();
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Urls.First();
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = environment["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
        return await base.StartAsync(environment);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        return builder.Build();
    }
}

public sealed class TelemetryTests(CollectorFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<CollectorFixture>
{
    [Fact]
    public async Task TracesAndMetrics_Arrive_WithoutKeysNumbersOrQueries()
    {
        const string Number = "12025550142";
        var visitor = await NewcomerAsync();
        await visitor.SaveKeyAsync("Canary", Keys.Canary);
        await visitor.OpenEventsAsync();
        await visitor.GoToAsync($"/events?from=%2B{Number}");
        await Expect(visitor.Badge("from")).ToBeVisibleAsync();

        string[] expected =
        [
            "/v1/traces", "/v1/metrics", "GET", "callevents.telnyx.request.duration", "callevents.telnyx.request.wait", "callevents.list.opened", "aspnetcore.components.circuit", "/v2/call_events",
        ];
        await dashboard.WaitForAsync(expected);

        Assert.Empty(Canary.Find(Keys.Canary, dashboard.Received));
        Assert.DoesNotContain(Number, dashboard.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("filter[", Uri.UnescapeDataString(dashboard.Received), StringComparison.Ordinal);
    }
}
