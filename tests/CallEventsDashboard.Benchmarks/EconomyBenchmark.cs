using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;

namespace CallEventsDashboard.Benchmarks;

/// <summary>Counts, at a service that answers 40 requests a minute and has 100,000 events, what each thing that a person does costs; each begins with a minute. Takes a quarter of an hour.</summary>
internal static class EconomyBenchmark
{
    private const string Rows = "[data-testid=event-row]";
    private const string SessionRows = "[data-testid=session-row]";
    private const float Patience = 150_000;

    // As long as anything may follow that nobody waits for.
    private const float Settling = 5000;

    public static async Task RunAsync()
    {
        Figures.Print($"{"requests of a service that answers 40 a minute",-58}{"descending",12}{"ascending",12}   goal");
        var descending = await MeasureAsync("descending");
        var ascending = await MeasureAsync("ascending");
        foreach (var ((what, goal, one), (_, _, other)) in descending.Zip(ascending))
            Figures.Print(string.Create(CultureInfo.InvariantCulture, $"{what,-58}{one,12}{other,12}   {goal}"));
    }

    private static async Task<List<(string What, string Goal, long Requests)>> MeasureAsync(string order)
    {
        await using var rig = await BrowserRig.StartAsync(50, BrowserRig.NoSettings, "--events", "100000", "--order", order, "--live", "1.2", "--rate-limit", "40/60");
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = rig.Service };
        var page = rig.Page;
        var figures = new List<(string, string, long)>();

        await NewMinuteAsync(page);
        var before = await CountAsync(http);
        await ShowAsync(page, rig.App, "events", Rows);
        await page.WaitForTimeoutAsync(Settling);
        figures.Add(("opening /events, in the first seconds", "2 | 3", await CountAsync(http) - before));
        await page.Locator("[data-testid=coverage][data-state=complete]").WaitForAsync(new() { Timeout = Patience });
        figures.Add(("  until its number is confirmed", "", await CountAsync(http) - before));

        await NewMinuteAsync(page);
        before = await CountAsync(http);
        await NewMinuteAsync(page);
        figures.Add(("a minute of an open list", "2", await CountAsync(http) - before));

        before = await CountAsync(http);
        await page.GetByRole(AriaRole.Button, new() { Name = "+ Filter" }).ClickAsync();
        await page.GetByLabel("Show the known names").ClickAsync();
        await page.Locator(".name-suggestion").First.WaitForAsync();
        figures.Add(("opening the menu of names, at once", "0 beyond the spare", await CountAsync(http) - before));
        await page.WaitForTimeoutAsync(20_000);
        figures.Add(("  and in 20 s, as requests are to spare", "10", await CountAsync(http) - before));

        await NewMinuteAsync(page);
        before = await CountAsync(http);
        await ShowAsync(page, rig.App, "sessions", SessionRows);
        var atOnce = await CountAsync(http) - before;
        figures.Add(("opening /sessions: the first screen", "4", atOnce));
        await page.WaitForTimeoutAsync(Settling);
        figures.Add(("  and 5 s later, with sessions completed from the spare", "", await CountAsync(http) - before));

        await NewMinuteAsync(page);
        before = await CountAsync(http);
        await ShowAsync(page, rig.App, "events?last=23h", Rows);
        for (var screen = 0; screen < 5; screen++)
        {
            await page.Locator("[data-testid=event-scroller]").EvaluateAsync("list => { list.scrollTop += list.clientHeight; }");
            await page.WaitForFunctionAsync("() => !document.querySelector('[data-testid=event-placeholder]')", null, new() { Timeout = Patience });
        }

        await ShowAsync(page, rig.App, "events?name=call.hangup", Rows);
        await ShowAsync(page, rig.App, "events?name=call.hangup&type=webhook", Rows);
        for (var row = 0; row < 3; row++)
        {
            await page.Locator(Rows).Nth(row).ClickAsync();
            await page.Locator("[data-testid=event-detail]").WaitForAsync();
        }

        await ShowAsync(page, rig.App, "sessions", SessionRows);
        for (var row = 0; row < 2; row++)
        {
            var session = await page.Locator(SessionRows).Nth(row).GetAttributeAsync("data-session-id");
            await ShowAsync(page, rig.App, $"sessions/{session}", "[data-testid=session-timeline]");
            await page.GoBackAsync();
            await page.Locator(SessionRows).First.WaitForAsync(new() { Timeout = Patience });
        }

        figures.Add(("a morning: list, 5 screens, 2 filters, 3 events, 2 sessions", "40", await CountAsync(http) - before));
        return figures;
    }

    private static async Task ShowAsync(IPage page, Uri app, string path, string rows)
    {
        if (page.Url.EndsWith("/keys", StringComparison.Ordinal))
            await page.GotoAsync(new Uri(app, path).ToString());
        else
            await page.EvaluateAsync("path => Blazor.navigateTo(path)", $"/{path}");
        await page.WaitForURLAsync(new Uri(app, path).ToString());
        await page.Locator(rows).First.WaitForAsync(new() { Timeout = Patience });
    }

    /// <summary>Waits until the next minute has just begun.</summary>
    private static Task NewMinuteAsync(IPage page) => page.WaitForTimeoutAsync((float)(61_000 - (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() % 60_000)));

    private static async Task<long> CountAsync(HttpClient service) => (await service.GetFromJsonAsync<Log>("/_sandbox/requests"))!.Count;

    private sealed record Log(long Count);
}
