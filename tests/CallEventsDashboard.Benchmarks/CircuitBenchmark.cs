using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CallEventsDashboard.Benchmarks;

/// <summary>Opens the page of a session of 10,000 events, and weighs all that the circuit moves to the browser until it is read whole and drawn.</summary>
internal static class CircuitBenchmark
{
    private const int Events = 10_000;
    private const float Patience = 120_000;

    public static async Task RunAsync()
    {
        var events = Events.ToString(CultureInfo.InvariantCulture);
        await using var rig = await BrowserRig.StartAsync(20, BrowserRig.NoSettings, "--events", events, "--long-session", events);
        using var scale = new CircuitScale(rig.App);
        var session = await SessionAsync(rig.Service);
        await BrowserRig.StoreKeyAsync(rig.Page, scale.Address);

        long frames = 0;
        rig.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Interlocked.Add(ref frames, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        scale.Reset();
        await rig.Page.GotoAsync(new Uri(scale.Address, $"sessions/{session}").ToString());
        var coverage = rig.Page.Locator("[data-testid=coverage][data-state=complete]");
        await coverage.WaitForAsync(new() { Timeout = Patience });
        await rig.Page.Locator("[data-testid=session-timeline] [data-testid=event-mark]").First.WaitForAsync(new() { Timeout = Patience });
        await rig.Page.Locator("[data-testid=event-row]").First.WaitForAsync(new() { Timeout = Patience });
        // The last drawing is on its way when the page says that it is complete.
        await rig.Page.WaitForTimeoutAsync(3000);
        var total = await coverage.GetAttributeAsync("data-total");
        Figures.Print(string.Create(CultureInfo.InvariantCulture,
            $"page of a session of {total} events: {scale.Bytes / 1000.0:0.0} KB over the circuit (goal 200), {Interlocked.Read(ref frames) / 1000.0:0.0} KB before its compression"));
    }

    /// <summary>The long session: most rows are of it.</summary>
    private static async Task<string> SessionAsync(Uri service)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "KEY_BENCHMARK") } };
        using var page = JsonDocument.Parse(await http.GetStringAsync(new Uri(service, "/v2/call_events?page[number]=20&page[size]=250")));
        return page.RootElement.GetProperty("data").EnumerateArray()
            .Select(row => row.TryGetProperty("application_session_id", out var id) ? id.GetString() : null)
            .OfType<string>().CountBy(id => id).MaxBy(pair => pair.Value).Key;
    }
}
