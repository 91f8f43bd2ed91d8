using System.Diagnostics;
using CallEventsDashboard.EndToEndTests.Harness;
using Microsoft.Playwright;

namespace CallEventsDashboard.Benchmarks;

/// <summary>An empty page with the published timeline's style and modules, and one with vis-timeline from npm, in one Chromium.</summary>
internal sealed class TimelineStage : IAsyncDisposable
{
    private const string Origin = "http://timeline.test/";
    private const string Vis = "vis-timeline@8.5.4";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private TimelineStage(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<TimelineStage> StartAsync()
    {
        var folder = Directory.CreateDirectory(VisFolder).FullName;
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "vis-timeline")))
        {
            using var npm = Process.Start("npm", ["install", "--prefix", folder, "--no-save", "--no-package-lock", "--no-fund", "--no-audit", Vis]);
            await npm.WaitForExitAsync();
        }

        var playwright = await Playwright.CreateAsync();
        return new TimelineStage(playwright, await playwright.Chromium.LaunchAsync(BrowserRig.LaunchOptions));
    }

    public Task<IPage> OursAsync() => OpenAsync("""<link rel="stylesheet" href="/app.css"><link rel="stylesheet" href="/CallEventsDashboard.styles.css">""");

    public Task<IPage> VisAsync() => OpenAsync("""<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css"><script src="/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>""");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string VisFolder => Path.Combine(Published.Root, "tests", "artifacts", "timeline");

    private async Task<IPage> OpenAsync(string head)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.RouteAsync($"{Origin}**", route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
            if (path.Length == 0)
                return route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!DOCTYPE html><html><head>{head}</head><body><div id=stage></div></body></html>" });
            var file = path.StartsWith("vis/", StringComparison.Ordinal)
                ? Path.Combine(VisFolder, "node_modules", "vis-timeline", path[4..])
                : Path.Combine(Path.GetDirectoryName(Published.App)!, "wwwroot", path);
            return File.Exists(file) ? route.FulfillAsync(new() { Path = file }) : route.FulfillAsync(new() { Status = 404 });
        });
        await page.GotoAsync(Origin);
        return page;
    }
}
