using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Playwright;

namespace CallEventsDashboard.Benchmarks;

/// <summary>Exports 100,000 events of a closed range twice, each from a new list, and tells what that costs and whether the bytes are the same.</summary>
internal static class ExportBenchmark
{
    private const float Patience = 600_000;

    /// <param name="only">An order of the service or a format, to measure no other; null for all.</param>
    public static async Task RunAsync(string? only)
    {
        foreach (var order in new[] { "descending", "ascending" })
        {
            foreach (var format in new[] { "NDJSON", "CSV" })
            {
                if (only is null || only == order || only == format)
                    await MeasureAsync(order, format);
            }
        }
    }

    private static async Task MeasureAsync(string order, string format)
    {
        await using var rig = await BrowserRig.StartAsync(20, BrowserRig.NoSettings, "--events", "100000", "--order", order);
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = rig.Service };
        // A range that has ended, and none of whose events passes the horizon while it is read.
        var now = TimeProvider.System.GetUtcNow();
        var range = $"events?occurred_at.gte={Instant(now.AddHours(-23))}&occurred_at.lte=";
        var (first, second) = (range + Instant(now.AddMinutes(-5)), range + Instant(now.AddMinutes(-5).AddMicroseconds(1)));
        await OpenAsync(rig, first);
        var (hash, requests, rows, memory) = await ExportAsync(rig, http, format);
        // Of one microsecond more, so that it is another list.
        await OpenAsync(rig, second);
        var (again, _, _, moreMemory) = await ExportAsync(rig, http, format);
        Figures.Print(string.Create(CultureInfo.InvariantCulture,
            $"export of {rows} events as {format}, {order}: {requests} requests (goal {((rows + 249) / 250) + 4}), memory of the process grows by {memory / 1024.0:0} MB, the second time by {moreMemory / 1024.0:0} MB (goal 50), bytes of a second run {(hash == again ? "the same" : "DIFFER")}"));
    }

    private static async Task OpenAsync(BrowserRig rig, string address)
    {
        await rig.Page.GotoAsync(new Uri(rig.App, address).ToString());
        await rig.Page.Locator("[data-testid=coverage][data-state=complete]").WaitForAsync(new() { Timeout = Patience });
    }

    private static async Task<(string Hash, long Requests, int Rows, long Kilobytes)> ExportAsync(BrowserRig rig, HttpClient service, string format)
    {
        var before = (await service.GetFromJsonAsync<Log>("/_sandbox/requests"))!.Count;
        var (memory, most) = (Kilobytes(rig.AppId), 0L);
        await rig.Page.GetByTestId("export-open").ClickAsync();
        var panel = rig.Page.GetByTestId("export");
        await panel.GetByText(format, new() { Exact = true }).ClickAsync();
        var coming = rig.Page.WaitForDownloadAsync(new() { Timeout = Patience });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Start export" }).ClickAsync();
        while (!coming.IsCompleted)
        {
            most = Math.Max(most, Kilobytes(rig.AppId));
            await rig.Page.WaitForTimeoutAsync(200);
        }

        var file = await coming;
        await using var bytes = File.OpenRead(await file.PathAsync());
        var hash = Convert.ToHexString(await SHA256.HashDataAsync(bytes));
        var rows = int.Parse(await panel.GetAttributeAsync("data-rows") ?? "0", CultureInfo.InvariantCulture);
        return (hash, (await service.GetFromJsonAsync<Log>("/_sandbox/requests"))!.Count - before, rows, most - memory);
    }

    /// <summary>The memory of the process that is its own.</summary>
    private static long Kilobytes(int process) => File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status")
        .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.AsSpan(8, line.Length - 10), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture))
        .Single();

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private sealed record Log(long Count);
}
