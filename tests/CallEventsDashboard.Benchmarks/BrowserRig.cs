using System.Diagnostics;
using System.Globalization;
using CallEventsDashboard.EndToEndTests.Harness;
using Microsoft.Playwright;

namespace CallEventsDashboard.Benchmarks;

/// <summary>The published app over a Sandbox account behind a given latency, in a headless Chromium that has stored a key.</summary>
internal sealed class BrowserRig : IAsyncDisposable
{
    private const string Rows = "[data-testid=event-row]";

    private readonly ServerProcess _sandbox;
    private readonly ServerProcess _app;
    private readonly DirectoryInfo _keyRing;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BrowserRig(ServerProcess sandbox, ServerProcess app, DirectoryInfo keyRing, IPlaywright playwright, IBrowser browser, IPage page, int latency) =>
        (_sandbox, _app, _keyRing, _playwright, _browser, Page, Latency) = (sandbox, app, keyRing, playwright, browser, page, latency);

    public static IReadOnlyDictionary<string, string> NoSettings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static BrowserTypeLaunchOptions LaunchOptions => new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    public IPage Page { get; }

    /// <summary>Of the Sandbox's answers, in milliseconds.</summary>
    public int Latency { get; }

    public Uri Service => _sandbox.Address;

    public Uri App => _app.Address;

    /// <summary>The id of the app's process.</summary>
    public int AppId => _app.Id;

    /// <param name="settings">Of the app, beside or instead of the usual ones.</param>
    /// <param name="account">Options of the Sandbox program that say what the account holds.</param>
    public static async Task<BrowserRig> StartAsync(int latency, IReadOnlyDictionary<string, string> settings, params string[] account)
    {
        var milliseconds = latency.ToString(CultureInfo.InvariantCulture);
        string[] limit = account.Contains("--rate-limit") ? [] : ["--rate-limit", "off"];
        var sandbox = await ServerProcess.StartAsync([Published.Sandbox, .. account, "--seed", "1", "--shape", "field", "--latency", milliseconds, .. limit], NoSettings, null);
        var keyRing = Directory.CreateTempSubdirectory("call-events-benchmark-");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Authentication__Mode"] = "Anonymous",
            ["DataProtection__KeyRing"] = keyRing.FullName,
            ["Telnyx__BaseUrl"] = new Uri(sandbox.Address, "/v2/").ToString(),
        };
        foreach (var (name, value) in settings)
            environment[name] = value;
        var app = await ServerProcess.StartAsync([Published.App, "--urls", "http://127.0.0.1:0"], environment, null);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(LaunchOptions);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await StoreKeyAsync(page, app.Address);
        return new BrowserRig(sandbox, app, keyRing, playwright, browser, page, latency);
    }

    public static async Task StoreKeyAsync(IPage page, Uri app)
    {
        await page.GotoAsync(new Uri(app, "keys").ToString());
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Benchmark");
        await page.GetByLabel("API key", new() { Exact = true }).FillAsync("KEY_BENCHMARK");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save key" }).ClickAsync();
        await page.Locator("[data-testid=stored-key]").WaitForAsync();
    }

    /// <summary>Opens the list and waits for its first rows.</summary>
    public async Task OpenListAsync()
    {
        await Page.GotoAsync(new Uri(App, "events").ToString());
        await Page.Locator(Rows).First.WaitForAsync();
    }

    /// <summary>How long one full page takes without a dashboard, by the measure of <c>curl</c>: milliseconds, the median of nine.</summary>
    public async Task<double> TimeOfOnePageAsync()
    {
        var url = new Uri(_sandbox.Address, "/v2/call_events?page[number]=200&page[size]=250").ToString();
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            using var curl = Process.Start(new ProcessStartInfo("curl", ["-s", "-o", "/dev/null", "-w", "%{time_total}", "-g", "-H", "Authorization: Bearer KEY_BENCHMARK", url]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            times.Add(double.Parse(await curl.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture) * 1000);
            await curl.WaitForExitAsync();
        }

        return Figures.Median(times);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
        _keyRing.Delete(recursive: true);
    }
}
