using System.Text.Json;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

/// <summary>An account in which every text was chosen by an enemy.</summary>
public sealed class HostileFixture() : DashboardFixture(
    ["--events", "1500", "--seed", "5", "--order", "ascending", "--shape", "mixed", "--texts", Payloads.Save()],
    new Dictionary<string, string>(StringComparer.Ordinal));

[CollectionDefinition(nameof(Hostile))]
public sealed class Hostile : ICollectionFixture<HostileFixture>;

/// <summary>Five hundred payloads in every field of an event and of a link, in every view and both themes: none runs, and the policy has nothing to stop.</summary>
[Collection(nameof(Hostile))]
public sealed class HostileTextTests(HostileFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const int MostDetails = 150;

    private static readonly string[] Parameters =
    [
        "application_name", "outbound_voice_profile_id", "leg_id", "application_session_id", "connection_id", "product", "failed", "from", "to", "name", "type", "status",
        "occurred_at.gte", "last", "order", "event", "key", "unknown",
    ];

    private int _executions;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task List_ShowsThemAsText(ColorScheme theme)
    {
        var visitor = await VictimAsync(theme);
        await visitor.OpenEventsAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var share = 0.0; share <= 1.0; share += 0.02)
        {
            await visitor.ScrollToAsync(share);
            await visitor.WaitForRowsAsync();
            foreach (var text in await visitor.Rows.EvaluateAllAsync<string[]>("rows => rows.flatMap(row => Object.values(row.dataset)).concat(rows.flatMap(row => [...row.children].map(cell => cell.title)))"))
                seen.Add(text);
        }

        Assert.Empty(Payloads.All.Except(seen, StringComparer.Ordinal));
        Assert.Equal(0, _executions);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Detail_ShowsThemAsText(ColorScheme theme)
    {
        var visitor = await VictimAsync(theme);
        await visitor.OpenEventsAsync();
        var left = new HashSet<string>(Payloads.All, StringComparer.Ordinal);
        for (var index = 0; left.Count > 0; index++)
        {
            Assert.True(index < MostDetails, $"not seen in {MostDetails} events: {string.Join('\n', left)}");
            var fingerprint = await visitor.RowAt(index).GetAttributeAsync("data-fingerprint");
            await visitor.RowAt(index).ClickAsync();
            await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", fingerprint!);
            if (index % 5 == 0)
                await visitor.Button("Expand all").ClickAsync();
            using var record = JsonDocument.Parse(await visitor.Detail.Locator("pre[hidden]").EvaluateAsync<string>("pre => pre.textContent"));
            left.ExceptWith(Texts(record.RootElement));
        }

        await visitor.Page.GetByText("Filter by…").ClickAsync();
        Assert.Equal(0, _executions);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task LinksAndFilters_ShowThemAsText(ColorScheme theme)
    {
        var visitor = await VictimAsync(theme);
        await visitor.GoToAsync("/events");
        await Expect(visitor.Coverage).ToBeVisibleAsync();
        foreach (var texts in Payloads.All.Chunk(Parameters.Length))
        {
            var query = string.Join('&', texts.Select((text, i) => $"{Parameters[i]}={Uri.EscapeDataString(text)}"));
            await visitor.Page.EvaluateAsync("path => Blazor.navigateTo(path)", $"/events?{query}");
            // No payload is the id of a leg: the page drops the parameter once it has read the link.
            await visitor.Page.WaitForFunctionAsync("() => !location.search.includes('leg_id=')");
            await Expect(visitor.Page.Locator("[data-testid=filter-badge], [data-error], [data-testid=coverage]").First).ToBeVisibleAsync();
        }

        await visitor.GoToAsync($"/events?q={Uri.EscapeDataString(Payloads.All[0])}");
        await Expect(visitor.Coverage).ToBeVisibleAsync();
        foreach (var text in Payloads.All.Take(5))
            await visitor.Page.EvaluateAsync("path => Blazor.navigateTo(path)", $"/{Uri.EscapeDataString(text)}");
        Assert.Equal(0, _executions);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Sessions_ShowThemAsText(ColorScheme theme)
    {
        var visitor = await VictimAsync(theme);
        await visitor.GoToAsync("/sessions");
        var rows = visitor.Page.GetByTestId("session-row");
        await Expect(rows.First).ToBeVisibleAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var share = 0.0; share <= 1.0; share += 0.1)
        {
            await visitor.Page.GetByTestId("session-scroller").EvaluateAsync("(scroller, share) => { scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight); }", share);
            await Expect(rows.First).ToBeVisibleAsync();
            seen.UnionWith(await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.sessionId)"));
        }

        Assert.True(Payloads.All.Intersect(seen, StringComparer.Ordinal).Count() > 50);
        Assert.Equal(0, _executions);
    }

    private async Task<Visitor> VictimAsync(ColorScheme theme)
    {
        Assert.Equal(500, Payloads.All.Distinct(StringComparer.Ordinal).Count());
        var visitor = await VisitorAsync(theme: theme);
        await visitor.Context.ExposeFunctionAsync("xss", (int _) => Interlocked.Increment(ref _executions));
        visitor.Page.Dialog += async (_, dialog) =>
        {
            Interlocked.Increment(ref _executions);
            await dialog.DismissAsync();
        };
        return visitor;
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Texts(field.Value).Append(field.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };
}
