using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>All that the page of a session can ask beside the log, together: what it costs, and what becomes of it under every trouble.</summary>
public sealed class BeyondTheLogTests : SessionNeighboursContext
{
    private const string Panels = "section.told, [data-testid=transcripts]";

    public static TheoryData<ResourceTrap> Traps => [.. Enum.GetValues<ResourceTrap>()];

    [Fact]
    public async Task Session_WithThreeFailedWebhooks_CostsOneRequestForTheLogOneForTheCarrierAndThreeForDeliveries()
    {
        Account = new SandboxOptions { Events = 20_000 };
        var session = Api.Events().Where(row => row is { Type: "webhook", SessionId: not null, LegId: not null }).GroupBy(row => row.SessionId!.Value)
            .First(rows => rows.Where(row => row.Failed).DistinctBy(row => (row.Name, row.OccurredAt)).Count() == 3 && rows.Any(row => row.Name == "call.hangup"));
        var page = await OpenSessionAsync(session.Key.ToString());
        Assert.Equal("3", page.Find("[data-testid=failed-deliveries]").GetAttribute("data-count"));
        Assert.Equal((1, 0, 0), (Api.RequestCount, Count("/v2/session_analysis/"), Count("/v2/webhook_deliveries")));

        await AskAsync(page, "[data-testid=carrier]");
        await AskAsync(page, "[data-testid=failed-deliveries]");

        Assert.Equal((1, 1, 3), (Api.RequestCount, Count("/v2/session_analysis/"), Count("/v2/webhook_deliveries")));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public Task Trap_OfAnyKind_IsToldCalmly_AndLeavesTheRestAsItWas(ResourceTrap trap) => AskForAllAsync(trap);

    [Fact]
    public Task Traps_AllButThatOfPermission_AreToldCalmly() => AskForAllAsync([.. Enum.GetValues<ResourceTrap>().Except([ResourceTrap.Forbidden])]);

    [Fact]
    public async Task Key_WithoutAnyPermission_SeesThePageAsItWasAndIsAskedOnceEach()
    {
        var told = await AskForAllAsync(ResourceTrap.Forbidden);

        Assert.All(told.FindAll(Panels), panel => Assert.Contains("not permitted with this key", panel.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(told.FindAll($"{string.Join(',', Panels.Split(',').Select(panel => $"{panel} .head button"))}"));
        Assert.Equal(Api.RequestsBeside.Select(request => request.Path).Distinct(StringComparer.Ordinal).Count(), Api.RequestsBeside.Count);
    }

    [Fact]
    public async Task Page_WithAllOfItTurnedOff_IsThatOfTheLogAlone()
    {
        Services.PostConfigure<NeighboursOptions>(options => options.Enabled = false);
        Account = Assistant();
        var page = await OpenSessionAsync();

        Assert.Empty(page.FindAll(Panels));
        Assert.Empty(Api.RequestsBeside);
    }

    private static SandboxOptions Assistant(params ResourceTrap[] traps) => new()
    {
        Events = 0,
        Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Assistant] = 1 },
        Traps = traps.ToHashSet(),
    };

    /// <summary>Presses every button that asks, and sees that nothing of the log's own page has changed.</summary>
    private async Task<IRenderedComponent<SessionPage>> AskForAllAsync(params ResourceTrap[] traps)
    {
        Account = Assistant(traps);
        var page = await OpenSessionAsync();
        var log = OfTheLog(page);

        foreach (var panel in new[] { "carrier", "recordings", "transcripts", "conversation" })
        {
            if (page.FindAll($"[data-testid={panel}]").Count > 0)
                await AskAsync(page, $"[data-testid={panel}]");
        }

        Assert.Equal(log, OfTheLog(page));
        Assert.Empty(page.FindAll("[role=alert], [data-testid=panel-failure]"));
        return page;
    }

    private static string OfTheLog(IRenderedComponent<SessionPage> page) =>
        string.Concat(page.FindAll("[data-testid=outcome], [data-testid=event-row], [data-testid=duration]").Select(element => element.TextContent));

    private static async Task AskAsync(IRenderedComponent<SessionPage> page, string panel)
    {
        await page.Find($"{panel} .head button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.DoesNotContain(page.Find(panel).GetAttribute("data-state"), new[] { "idle", "asking" }));
    }
}
