using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;

namespace CallEventsDashboard.Benchmarks;

/// <summary>How long it takes from the first attempt that failed until the page says what is wrong, for each fault of the service; goal 1 s.</summary>
internal static class NamingBenchmark
{
    private const int Latency = 20;
    private const int AttemptTimeout = 2000;
    private const float Patience = 30_000;

    /// <summary>Notes when an alert, or the notice of an attempt that is repeated, enters the page.</summary>
    private const string Watch = """
        () => {
          window.named = undefined;
          new MutationObserver((_, observer) => {
            const alert = document.querySelector('[role=alert][data-error]');
            const repeated = document.querySelector('[data-testid=coverage]')?.textContent.includes('Trying again');
            if (!alert && !repeated) return;
            window.named = Date.now();
            observer.disconnect();
          }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    private static readonly string[] Faults =
    [
        "unauthorized", "forbidden", "not-found", "invalid-filter", "rate-limited", "server-error", "bad-gateway-html", "html", "empty", "truncated", "slow", "hung", "reset", "wrong-shape", "too-large", "redirect",
    ];

    private static int _lists;

    public static async Task RunAsync()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Telnyx__AttemptTimeout"] = TimeSpan.FromMilliseconds(AttemptTimeout).ToString("c", CultureInfo.InvariantCulture) };
        await using var rig = await BrowserRig.StartAsync(Latency, settings, "--events", "2000");
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = rig.Service };
        var worst = 0.0;
        foreach (var fault in Faults)
        {
            var time = await MeasureAsync(rig.Page, rig.App, http, fault);
            worst = Math.Max(worst, time);
            Figures.Print($"{fault}: named after {Figures.Text(time)} ms");
        }

        Figures.Print($"faults of the service: {Faults.Length} of {Faults.Length} named, the last after {Figures.Text(worst)} ms (goal 1000 ms after the first failed attempt)");
        foreach (var (name, address) in new[] { ("refused", "https://127.0.0.1:1/v2/"), ("no TLS", new UriBuilder(rig.Service) { Scheme = "https", Path = "/v2/" }.ToString()), ("unknown host", "https://no-such-host.invalid/v2/") })
            Figures.Print($"{name}: named {Figures.Text(await MeasureUnreachableAsync(address))} ms after the list was asked for");
    }

    private static async Task<double> MeasureAsync(IPage page, Uri app, HttpClient service, string fault)
    {
        await SetAsync(service, new { fault = "none", latencyMs = Latency });
        if (!page.Url.Contains("/events", StringComparison.Ordinal))
            await page.GotoAsync(new Uri(app, NewList()).ToString());
        else
            await AskAsync(page);
        await page.Locator("[data-testid=coverage][data-state=complete]").WaitForAsync(new() { Timeout = Patience });
        await page.Locator("[data-testid=event-row]").First.WaitForAsync(new() { Timeout = Patience });

        await SetAsync(service, new { fault, latencyMs = Latency });
        var before = (await LogAsync(service)).Count;
        await page.EvaluateAsync(Watch);
        await AskAsync(page);
        await page.WaitForFunctionAsync("() => window.named", null, new() { Timeout = Patience });
        var named = await page.EvaluateAsync<double>("window.named");
        var log = await LogAsync(service);
        var first = log.Requests[^(int)(log.Count - before)].At;
        // An attempt that is given up fails when its time is over, which began shortly before the service knew of it.
        return named - first.ToUnixTimeMilliseconds() - (fault is "hung" or "slow" ? AttemptTimeout : Latency);
    }

    /// <summary>From the question on, since a service that is not there keeps no account of the attempts.</summary>
    private static async Task<double> MeasureUnreachableAsync(string address)
    {
        await using var rig = await BrowserRig.StartAsync(Latency, new Dictionary<string, string>(StringComparer.Ordinal) { ["Telnyx__BaseUrl"] = address }, "--events", "10");
        await rig.Page.EvaluateAsync(Watch);
        var asked = await rig.Page.EvaluateAsync<double>("Date.now()");
        await AskAsync(rig.Page);
        await rig.Page.WaitForFunctionAsync("() => window.named", null, new() { Timeout = Patience });
        return await rig.Page.EvaluateAsync<double>("window.named") - asked;
    }

    private static async Task AskAsync(IPage page) => await page.EvaluateAsync("path => Blazor.navigateTo(path)", NewList());

    // A list that was opened before is shared, and meets no fault.
    private static string NewList() => string.Create(CultureInfo.InvariantCulture, $"/events?last={1440 - Interlocked.Increment(ref _lists)}m");

    private static async Task SetAsync(HttpClient service, object faults)
    {
        using var answer = await service.PostAsJsonAsync("/_sandbox/faults", faults);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<Log> LogAsync(HttpClient service) => (await service.GetFromJsonAsync<Log>("/_sandbox/requests"))!;

    private sealed record Log(long Count, IReadOnlyList<Served> Requests);

    private sealed record Served(DateTimeOffset At);
}
