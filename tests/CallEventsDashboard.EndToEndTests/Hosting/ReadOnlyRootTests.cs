using System.Globalization;
using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Hosting;

/// <summary>The published app as a container would hold it: a user that owns nothing, no capabilities, and a file system that takes no write but in the key ring.</summary>
public sealed class ReadOnlyRootFixture() : DashboardFixture(
    ["--events", "2000", "--seed", "6", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_EnableDiagnostics"] = "0", ["DOTNET_RUNNING_IN_CONTAINER"] = "true", ["HOME"] = "/nonexistent" })
{
    private const string ReadOnly =
        """
        for mount in $(awk '{ print $5 }' /proc/self/mountinfo); do mount -o remount,bind,ro "$mount" 2>/dev/null || true; done
        mount -t tmpfs -o mode=700 tmpfs "$DataProtection__KeyRing"
        for folder in / /tmp "$(dirname "$1")"; do
          if touch "$folder/.probe" 2>/dev/null; then echo "can write to $folder" >&2; exit 9; fi
        done
        """;

    /// <summary>Why this machine can't confine a process; null when it can.</summary>
    public string? Hindrance { get; private set; }

    public int ProcessId { get; private set; }

    protected override async Task<ServerProcess> StartAsync(Dictionary<string, string> environment)
    {
        Hindrance = await ConfinedProcess.HindranceAsync();
        if (Hindrance is not null)
            return await base.StartAsync(environment);
        var server = await ConfinedProcess.StartAsync(ReadOnly, environment);
        ProcessId = server.Id;
        return server;
    }
}

public sealed class ReadOnlyRootTests(ReadOnlyRootFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<ReadOnlyRootFixture>
{
    public override ValueTask InitializeAsync()
    {
        Assert.SkipWhen(dashboard.Hindrance is not null, dashboard.Hindrance ?? "");
        return base.InitializeAsync();
    }

    [Fact]
    public async Task Process_IsAForeignUserWithoutCapabilities()
    {
        var status = (await File.ReadAllLinesAsync($"/proc/{dashboard.ProcessId}/status", TestContext.Current.CancellationToken))
            .Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

        Assert.Equal("4711", status["Uid:"]);
        Assert.All(new[] { "CapEff:", "CapPrm:", "CapBnd:", "CapInh:" }, name => Assert.Equal(0, long.Parse(status[name], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        Assert.Equal("1", status["NoNewPrivs:"]);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_IsGood(string path)
    {
        using var client = PlainApp.ClientOf(Dashboard.Address);
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Smoke_KeyListDetailFilterAndReload()
    {
        var visitor = await NewcomerAsync();

        await visitor.SaveKeyAsync("Own account", Keys.Own);
        await visitor.OpenEventsAsync();
        await visitor.ScrollToAsync(1);
        await visitor.WaitForRowsAsync();
        await visitor.OpenEventsAsync("name=call.hangup");
        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        Assert.All(await visitor.LoadedRowsAsync(), row => Assert.Equal("call.hangup", row.Name));
        await visitor.Page.ReloadAsync();
        await visitor.WaitForRowsAsync();
    }

    [Fact]
    public async Task Sandbox_IsOffered()
    {
        var visitor = await NewcomerAsync();

        await visitor.GoToAsync("/keys");
        await visitor.Button("Explore the sandbox").ClickAsync();

        await visitor.WaitForRowsAsync();
    }

    [Fact]
    public void Log_InAContainer_IsJson()
    {
        var line = Dashboard.Log.Split('\n').First(line => line.Contains("Now listening on", StringComparison.Ordinal));

        using var json = System.Text.Json.JsonDocument.Parse(line);
        Assert.Equal("Information", json.RootElement.GetProperty("LogLevel").GetString());
    }
}
