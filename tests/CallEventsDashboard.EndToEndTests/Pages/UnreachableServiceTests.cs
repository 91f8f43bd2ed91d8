using System.Net;
using System.Net.Sockets;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>A service that no answer comes from at all: nobody listens, the name is unknown, or what listens speaks no TLS.</summary>
public sealed class UnreachableServiceTests(BrowserFixture browser) : IAsyncLifetime
{
    private readonly DirectoryInfo _keyRing = Directory.CreateTempSubdirectory("call-events-keys-");
    private readonly List<IAsyncDisposable> _started = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var started in Enumerable.Reverse(_started))
            await started.DisposeAsync();
        _keyRing.Delete(recursive: true);
    }

    [Fact]
    public async Task ServiceThatIsDown_IsNamed_AndTryAgainRecoversOnceItIsUp()
    {
        // A port that is taken and nobody listens at: it refuses, and nobody else can get it meanwhile.
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        var visitor = await OpenAsync($"http://127.0.0.1:{port}/v2/");
        await ExpectUnavailableAsync(visitor);

        taken.Close();
        _started.Add(await ServerProcess.StartAsync([Published.Sandbox, "--url", $"http://127.0.0.1:{port}", "--events", "500", "--order", "ascending", "--shape", "field", "--rate-limit", SandboxProgram.Plenty]));
        await visitor.Alert.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await visitor.WaitForRowsAsync();
        await Expect(visitor.Alert).ToHaveCountAsync(0);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task ServiceWithoutTls_IsNamed_AndTheDashboardLivesOn()
    {
        var plain = await SandboxProgram.StartAsync("--events", "500");
        _started.Add(plain);
        await AssertNamedAsync(new UriBuilder(plain.BaseUrl) { Scheme = "https" }.ToString());
    }

    [Fact]
    public Task ServiceWithAnUnknownName_IsNamed_AndTheDashboardLivesOn() => AssertNamedAsync("https://no-such-host.invalid/v2/");

    private async Task AssertNamedAsync(string service)
    {
        var visitor = await OpenAsync(service);
        await ExpectUnavailableAsync(visitor);

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Keys", Exact = true }).First.ClickAsync();
        await Expect(visitor.Page.GetByTestId("stored-key")).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    private async Task<Visitor> OpenAsync(string service)
    {
        var app = await PlainApp.StartAsync(_keyRing.FullName, ("Telnyx__BaseUrl", service), ("Telnyx__AttemptTimeout", "00:00:30"));
        _started.Add(app);
        var visitor = await Visitor.OpenAsync(browser.Browser, app.Address);
        _started.Add(visitor);
        await visitor.SaveKeyAsync(Keys.Name, Keys.Good);
        await visitor.GoToAsync("/events");
        return visitor;
    }

    private static async Task ExpectUnavailableAsync(Visitor visitor)
    {
        await Expect(visitor.Alert).ToHaveAttributeAsync("data-error", "unavailable");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "failed");
    }
}
