using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Values;

/// <summary>The panel of values over a real list: exact numbers, and the addresses that its buttons lead to.</summary>
public class ValuePanelTests : EventsContext
{
    [Fact]
    public async Task Values_OfAListThatIsLoaded_AreKnownWithoutARequestWhereEachEventShowsThem()
    {
        Account = new() { Events = 150 };
        var page = await OpenRowsAsync(drawn: 3);
        var before = Api.RequestCount;
        await OpenPanelAsync(page);

        var there = There();
        await page.WaitForAssertionAsync(() => Assert.Equal(Numbers(there, row => row.Name).Take(ValueGroup.Step), Shown(page, "name")));
        Assert.Equal(there.Count(row => row.Type == "command"), Shown(page, "type")["command"]);
        await page.WaitForAssertionAsync(() => Assert.All(Shown(page, "product"), pair => Assert.Equal(there.Count(row => row.Product == pair.Key), pair.Value)));
        await page.WaitForAssertionAsync(() => Assert.All(Shown(page, "connection_id"), pair => Assert.Equal(there.Count(row => row.ConnectionId == pair.Key), pair.Value)));
        await page.WaitForAssertionAsync(() => Assert.Equal(there.Count(row => row.Failed), Shown(page, "failed")["true"]));
        // Commands do not show their connection, so that it is counted by Telnyx.
        Assert.DoesNotContain(Api.Requests.Skip((int)before), served => served.Query.Contains("name", StringComparison.Ordinal) || served.Query.Contains("type", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_OfALongList_AreCountedOneByOneAndExact()
    {
        Account = new() { Events = 4000 };
        var page = await OpenRowsAsync(drawn: 3);
        await OpenPanelAsync(page);

        var there = There();
        await page.WaitForAssertionAsync(() => Assert.All(page.FindAll("[data-testid=value-count]"), value => Assert.NotEqual("", value.GetAttribute("data-count") ?? "")));
        Assert.All(Shown(page, "name"), pair => Assert.Equal(there.Count(row => row.Name == pair.Key), pair.Value));
        Assert.All(Shown(page, "connection_id"), pair => Assert.Equal(there.Count(row => row.ConnectionId == pair.Key), pair.Value));
        Assert.Equal(there.Count(row => row.Failed), Shown(page, "failed")["true"]);
        Assert.Equal(Shown(page, "name").Values.OrderDescending(), Shown(page, "name").Values);
        var shown = Shown(page, "name").Count;
        await PressAsync(page, "Count 8 more");
        await page.WaitForAssertionAsync(() => Assert.Equal(shown + 8, Shown(page, "name").Count));
    }

    [Fact]
    public async Task Values_OfAnotherListThatIsNotOpenYet_HaveNoNumbersOfTheListBefore()
    {
        Account = new() { Events = 4000 };
        var page = await OpenRowsAsync(drawn: 3);
        await OpenPanelAsync(page);
        await page.WaitForAssertionAsync(() => Assert.All(page.FindAll("[data-testid=value-count]"), value => Assert.NotEqual("", value.GetAttribute("data-count") ?? "")));
        // Of each group all events, and of two of them a value that no event has.
        var requests = page.FindAll("[data-testid=value-count]").Count + 5 + 2;
        Assert.EndsWith($", {requests} at most.", page.Find("[data-testid=values] .note").TextContent, StringComparison.Ordinal);

        Api.Faults = new SandboxFaults { LatencyMs = 1000 };
        await ClickAsync(page, $"Include {Shown(page, "name").GetAt(0).Key}");

        await page.WaitForAssertionAsync(() => Assert.All(Shown(page, "type").Concat(Shown(page, "product")).Concat(Shown(page, "failed")), pair => Assert.Null(pair.Value)));
        Assert.NotEmpty(Shown(page, "type"));
    }

    [Fact]
    public async Task Buttons_OfAValue_IncludeAndExcludeIt()
    {
        var page = await OpenRowsAsync(drawn: 3);
        await OpenPanelAsync(page);
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(Shown(page, "name")));

        await ClickAsync(page, "Exclude call.hangup");
        Assert.Equal("events?not.name=call.hangup", Address);
        await page.WaitForAssertionAsync(() => Assert.Equal("true", Button(page, "Exclude call.hangup").GetAttribute("aria-pressed")));
        var badge = page.Find("[data-testid=filter-badge]");
        Assert.Equal("not.name", badge.GetAttribute("data-filter"));
        Assert.Contains("event is notcall.hangupfiltered here", badge.TextContent.Trim(), StringComparison.Ordinal);
        await page.WaitForAssertionAsync(() => Assert.Equal(There().Count(row => row.Name != "call.hangup"), int.Parse(Coverage(page).GetAttribute("data-total")!, System.Globalization.CultureInfo.InvariantCulture)));

        await ClickAsync(page, "Include call.answered");
        Assert.Equal("events?name=call.answered", Address);
        await ClickAsync(page, "Include call.hangup");
        Assert.Equal("events?name=call.answered,call.hangup", Address);
        await page.WaitForAssertionAsync(() => Assert.Equal("true", Button(page, "Include call.hangup").GetAttribute("aria-pressed")));
        await ClickAsync(page, "Include call.hangup");
        await ClickAsync(page, "Include call.answered");
        Assert.Equal("events", Address);
    }

    [Fact]
    public async Task Values_WhilePrivacyIsOn_ShowStandIns()
    {
        var page = await OpenRowsAsync("events?not.name=secret.event%2B12025550142&not.connection_id=12025550142");
        Services.GetRequiredService<PrivacyMode>().Set(isOn: true);
        await OpenPanelAsync(page);

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=value-count]")));
        Assert.DoesNotContain("2025550142", page.Find("[data-testid=values]").OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_Closed_GivesWayToTheList()
    {
        var page = await OpenRowsAsync(drawn: 3);
        await OpenPanelAsync(page);
        await page.Find("[data-testid=values]").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Escape" });

        Assert.Empty(page.FindAll("[data-testid=values]"));
        Assert.Equal("false", page.Find("[data-testid=values-open]").GetAttribute("aria-expanded"));
    }

    private List<SandboxEvent> There() => [.. Api.Events().Where(row => row.OccurredAt > Time.GetUtcNow().AddHours(-24))];

    private static Task OpenPanelAsync(IRenderedComponent<EventsPage> page) => page.Find("[data-testid=values-open]").ClickAsync(new());

    private static Task ClickAsync(IRenderedComponent<EventsPage> page, string name)
    {
        page.WaitForElement($"button[aria-label='{name}']");
        return PressAsync(page, name);
    }

    // Found and pressed in one turn: the panel is drawn again whenever a number comes.
    private static Task PressAsync(IRenderedComponent<EventsPage> page, string name) => page.InvokeAsync(() => Button(page, name).Click());

    /// <summary>The numbers of a filter as they are shown, in their order.</summary>
    private static OrderedDictionary<string, int?> Shown(IRenderedComponent<EventsPage> page, string filter) =>
        new(page.FindAll($"[data-testid=value-count][data-filter={filter}]").Select(value =>
            KeyValuePair.Create(value.GetAttribute("data-value")!, (int?)(int.TryParse(value.GetAttribute("data-count"), out var count) ? count : null))));

    private static IEnumerable<KeyValuePair<string, int?>> Numbers(IEnumerable<SandboxEvent> rows, Func<SandboxEvent, string> value) =>
        rows.CountBy(value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, (int?)pair.Value));
}
