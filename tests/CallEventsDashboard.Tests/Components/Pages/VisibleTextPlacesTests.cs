using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Components.Sessions.Timeline;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>What can't be seen, or turns a line around, is written out in every place that shows a record's text or a link's.</summary>
public sealed partial class VisibleTextPlacesTests : EventsContext
{
    private const string Session = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    // Of each kind: overrides, isolates, marks of direction, no width, controls, separators, private use. Each begins and ends with what trimming leaves.
    private static readonly string[] Texts =
        [.. "\u202e\u202a\u2066\u2069\u200e\u061c\u200b\u200d\ufeff\u00ad\u0000\u001b\u0085\u2028\u2029\ue000\n".Select(unseen => $"a{unseen}z")];

    private static readonly string[] Told = ["title", "aria-label", "alt", "placeholder"];

    [Fact]
    public async Task List_OfUnseenCharacters_WritesThemOutInCellsAndDetail()
    {
        Account = new SandboxOptions { Events = 0, Texts = Texts };
        var page = await OpenRowsAsync("events");

        AssertVisible(page);
        string[] cells = ["name", "type", "from", "to", "leg", "session", "connection"];
        Assert.All(cells, cell => Assert.Contains(page.FindAll($"[data-testid=event-row] .{cell}"), it => it.TextContent.Contains(@"a\u202ez", StringComparison.Ordinal)));
        for (var index = 0; index < Texts.Length; index++)
        {
            await page.FindAll("[data-testid=event-row]")[index].ClickAsync(new());
            await page.WaitForAssertionAsync(() => Assert.Equal(
                page.FindAll("[data-testid=event-row]")[index].GetAttribute("data-fingerprint"), page.Find("[data-testid=event-detail]").GetAttribute("data-fingerprint")));
            AssertVisible(page);
        }
    }

    [Fact]
    public async Task Sessions_OfUnseenCharacters_WriteThemOut()
    {
        Account = new SandboxOptions { Events = 0, Texts = Texts, PreservedFields = PreservedFields.Names };
        await StoreKeyAsync();
        Navigation.NavigateTo("sessions");
        var page = Render<SessionsPage>();
        await page.WaitForStateAsync(() => page.HasComponent<SessionGrid>());
        await page.InvokeAsync(() => page.FindComponent<SessionGrid>().Instance.SetRowsAsync(40, int.MaxValue));
        await page.WaitForAssertionAsync(() => Assert.All(page.FindAll("[data-testid=session-row]"), row => Assert.Equal("true", row.GetAttribute("data-complete"))));

        AssertVisible(page);
        Assert.Contains(page.FindAll("[data-testid=session-row]"), row => row.QuerySelector(".numbers")!.TextContent.Contains(@"a\u202ez", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Session_OfUnseenCharacters_WritesThemOutInEachViewAndCopy()
    {
        Account = new SandboxOptions { Events = 0, Texts = Texts, PreservedFields = PreservedFields.Names };
        await StoreKeyAsync();
        // The newest session has a leg for each text.
        var sessions = Api.Events().Select(row => row.SessionId).OfType<Guid>().Distinct().ToList();
        foreach (var id in new[] { sessions[0], sessions[^1] })
        {
            Navigation.NavigateTo($"sessions/{id}");
            var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, id.ToString()));
            await page.WaitForStateAsync(() => page.HasComponent<SessionEventGrid>() && page.Find("[data-testid=coverage]").GetAttribute("data-state") == "complete");
            await page.InvokeAsync(() => page.FindComponent<SessionEventGrid>().Instance.SetRowsAsync(32, int.MaxValue));
            foreach (var tab in new[] { "tab-events", "tab-ladder", "tab-timings", "tab-effects" })
            {
                await page.Find($"#{tab}").ClickAsync(new());
                AssertVisible(page);
            }

            foreach (var kind in new[] { "text", "mermaid" })
                Assert.DoesNotMatch(Unseen(), await page.FindComponent<SessionCopyMenu>().Instance.MakeAsync(kind));
        }
    }

    [Fact]
    public async Task Link_WithUnseenCharacters_WritesThemOutInBadgesAndNotices()
    {
        foreach (var text in Texts)
        {
            var party = CallEventQueryString.Format(new CallEventQuery { From = text, To = text });
            var escaped = Uri.EscapeDataString(text);
            await StoreKeyOnceAsync();
            Navigation.NavigateTo($"events{party}&name={escaped}&{escaped}=1&q={escaped}&type={escaped}");
            var page = Render<EventsPage>();

            AssertVisible(page);
            Assert.Equal(2, page.FindAll("[data-testid=filter-badge]").Count(badge => badge.GetAttribute("data-filter") is "from" or "to"));
        }
    }

    [Fact]
    public async Task Link_ToASessionOfUnseenCharacters_WritesThemOut()
    {
        await StoreKeyAsync();
        Assert.All(Texts, text =>
        {
            var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, text));
            AssertVisible(page);
            Assert.NotNull(page.Find("[data-error=invalid-filter]"));
        });
    }

    [Theory]
    [InlineData("שלום", "+12025550142", "\u2068שלום\u2069 → +1 202-555-0142")]
    [InlineData("Ann", "+12025550142", "Ann → +1 202-555-0142")]
    public void Lane_OfANameThatIsWrittenFromRightToLeft_KeepsTheOrderOfItsParties(string from, string to, string words)
    {
        var script = new CallScript().Raw(
            $$"""{"call_leg_id":"{{Session}}","call_session_id":"{{Session}}","event_timestamp":"2026-11-23T09:00:00Z","name":"call.initiated","type":"webhook","from":"{{from}}","to":"{{to}}"}""");

        Assert.Equal(words, LaneText.Numbers(script.Session.Lanes.First(leg => leg.LegId.Length > 0)));
    }

    private async Task StoreKeyOnceAsync()
    {
        if (Services.GetService<ApiKeys.ApiKeyStore>()!.Keys.Count == 0)
            await StoreKeyAsync();
    }

    private static void AssertVisible(IRenderedComponent<IComponent> page)
    {
        var places = page.Nodes.QuerySelectorAll("*").Where(element => !element.HasAttribute("hidden")).SelectMany(element =>
            element.ChildNodes.OfType<IText>().Select(text => (element.ClassName ?? element.TagName, text.Data))
                .Concat(Told.Select(name => ($"{name} of {element.ClassName ?? element.TagName}", element.GetAttribute(name) ?? ""))));
        Assert.DoesNotContain(places, place => Unseen().IsMatch(place.Item2));
    }

    // Line feeds stand between elements; an isolate of the page's own, with its end, is what keeps a name from reordering its neighbours.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}-[\n\u2068\u2069]]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Unseen();
}
