using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>An account in which every text was chosen by an enemy: two records for each payload, one in either shape, in which each field has each payload once.</summary>
public sealed class HostileFixture() : DashboardFixture(
    ["--events", "0", "--order", "ascending", "--shape", "mixed", "--texts", Payloads.Save()],
    new Dictionary<string, string>(StringComparer.Ordinal));

[CollectionDefinition(nameof(Hostile))]
public sealed class Hostile : ICollectionFixture<HostileFixture>;

/// <summary>Five hundred payloads in every field of an event, in every view: none runs, and the policy has nothing to stop.</summary>
[Collection(nameof(Hostile))]
public sealed class HostileTextTests(HostileFixture dashboard, BrowserFixture browser) : HostileTest(dashboard, browser)
{
    private static readonly string[] Parameters =
    [
        "application_name", "outbound_voice_profile_id", "leg_id", "application_session_id", "connection_id", "product", "failed", "from", "to", "name", "type", "status",
        "occurred_at.gte", "last", "order", "event", "key", "unknown",
    ];

    // Times are times; a leg and a session show their first eight characters.
    private static readonly string[] Cells =
    [
        "row eventName", "row eventType", "row legId", "row sessionId", "name", "name title", "type", "type title", "delivery", "from", "from title", "to", "to title", "leg*8", "leg title",
        "session*8", "session title", "connection", "connection title",
    ];

    [Fact]
    public async Task List_ShowsEachInEveryCell()
    {
        var visitor = await VictimAsync();
        await visitor.OpenEventsAsync();
        var seen = new SeenTexts();

        await LookAsync(visitor.Page, seen, "for (let index = 0; index < it; index++) addCells(await rowAt('event', index))", await visitor.TotalAsync());

        Assert.Empty(seen.Lacking(Cells));
    }

    [Fact]
    public async Task Detail_ShowsEachInEveryField()
    {
        var visitor = await VictimAsync();
        await visitor.OpenEventsAsync();
        var seen = new SeenTexts();
        var total = await visitor.TotalAsync();

        for (var index = 0; index < total; index += DetailWalk.Stride)
            await LookAsync(visitor.Page, seen, DetailWalk.Script, new[] { index, Math.Min(index + DetailWalk.Stride, total) });

        Assert.Empty(seen.Lacking(DetailWalk.Places));
    }

    [Fact]
    public async Task LinksAndFilters_ShowThemAsText()
    {
        var visitor = await VictimAsync();
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
    }

    [Fact]
    public async Task Sessions_ShowEachInEveryCell()
    {
        var visitor = await VictimAsync();
        await visitor.GoToAsync("/sessions");
        await Expect(visitor.Page.GetByTestId("session-scroller")).ToBeVisibleAsync();
        var seen = new SeenTexts();

        await LookAsync(visitor.Page, seen,
            """
            const grid = byId('session-scroller');
            await until(() => byId("session-row"));
            await until(() => { grid.scrollTop = grid.scrollHeight; return grid.getAttribute('aria-rowcount') !== '-1'; });
            for (let index = 0; index < Number(grid.getAttribute('aria-rowcount')); index++) {
              const row = await rowAt('session', index);
              addCells(row);
              add('from', row.querySelector('.number').textContent);
              add('to', row.querySelector('.to').textContent.slice(2));
              add('link title', row.querySelector('a').title.slice('Session '.length).split(', ')[0]);
            }
            """);

        // Direction and outcome are words of the dashboard's own; the numbers and the product are cut to what their columns hold.
        Assert.Empty(seen.Lacking(["row sessionId", "link title", "from*40", "to*40", "product*20"]));
    }
}
