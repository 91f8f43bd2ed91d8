using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Urls;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.SavedViews;

public sealed class ViewPanelTests : EventsContext
{
    private const string Session = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    private readonly ViewTabs _tabs = new();
    private ViewStore _views = null!;

    [Fact]
    public async Task List_Saved_IsListedAndLeadsBack_WithoutItsSelection()
    {
        var page = await OpenViewsAsync("sessions?from=%2B12025550142&last=1h&order=oldest");

        page.Find("#view-name").Input("Support line");
        page.Find(".save").Submit();

        var saved = await page.WaitForElementAsync("[data-testid=saved-view][data-name='Support line']");
        Assert.Equal("sessions?from=%2B12025550142&last=1h&order=oldest", saved.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("sessions · from +1 202-555-0142 · last 1h · oldest first", saved.TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#view-name").GetAttribute("value"));
    }

    [Fact]
    public async Task Name_ThatLooksLikeAKey_IsRefusedBesideItsField()
    {
        var page = await OpenViewsAsync("events");

        page.Find("#view-name").Input(Secret);
        page.Find(".save").Submit();

        Assert.Contains("looks like an API key", (await page.WaitForElementAsync("#view-problem[role=alert]")).TextContent, StringComparison.Ordinal);
        Assert.Empty(_views.Shelf.Views);
    }

    [Fact]
    public async Task Numbers_OfSavedAndRecentLists_AreMaskedInPrivacyMode()
    {
        var page = await OpenViewsAsync("events?from=%2B12025550142");
        Services.GetRequiredService<PrivacyMode>().Set(isOn: true);
        await page.InvokeAsync(() => _views.NoteAsync(new(false, "?to=%2B12025550199")));
        page.Find("#view-name").Input("Support line");
        page.Find(".save").Submit();

        await page.WaitForElementAsync("[data-testid=saved-view]");
        Assert.DoesNotContain("555-01", page.Find("[data-testid=views]").TextContent, StringComparison.Ordinal);
        Assert.Contains("from •", page.Find("[data-testid=saved-view]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Opened_CanBePinned_AndStaysAboveTheOthers()
    {
        var page = await OpenViewsAsync("events");
        await page.InvokeAsync(() => _views.NoteSessionAsync(Session));
        await page.InvokeAsync(() => _views.NoteSessionAsync(Session.Replace('5', '6')));

        Assert.Equal([Session.Replace('5', '6'), Session], page.FindAll("[data-testid=seen-session] [data-compare]").Select(button => button.GetAttribute("data-compare")));
        page.Find($"[data-testid=seen-session][data-session-id='{Session}'] .pin").Click();

        await page.WaitForAssertionAsync(() => Assert.Equal([(Session, "true"), (Session.Replace('5', '6'), "false")],
            page.FindAll("[data-testid=seen-session]").Select(row => (row.GetAttribute("data-session-id")!, row.GetAttribute("data-pinned")!))));
    }

    [Fact]
    public async Task View_Deleted_IsGone()
    {
        var page = await OpenViewsAsync("events");
        await page.InvokeAsync(() => _views.SaveAsync(new() { Name = "Support line" }));

        page.Find("[data-testid=saved-view] button").Click();

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("[data-testid=saved-view]")));
    }

    [Fact]
    public async Task Places_AreNoted_OnceSomebodyHasLookedForAMoment()
    {
        _views = await _tabs.OpenAsync();
        Services.AddScoped(_ => _views);
        Navigation.NavigateTo("events?name=call.hangup");
        var notes = Render<PlaceNotes>();
        Time.Advance(TimeSpan.FromSeconds(2));
        Navigation.NavigateTo("events?name=call.answered&event=1-00000000000000aa&key=Production");
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(_views.Shelf.Lists);

        Time.Advance(TimeSpan.FromSeconds(2));
        await notes.WaitForAssertionAsync(() => Assert.Equal(new RecentList(false, "?name=call.answered"), Assert.Single(_views.Shelf.Lists)));
        Navigation.NavigateTo($"sessions/{Session.ToUpperInvariant()}?tab=ladder");
        Time.Advance(TimeSpan.FromSeconds(4));
        await notes.WaitForAssertionAsync(() => Assert.Equal(Session, Assert.Single(_views.Shelf.Sessions).Id));
    }

    [Theory]
    [InlineData("", "http://localhost/events?key=Production")]
    [InlineData("?name=call.hangup&last=1h", "http://localhost/events?name=call.hangup&last=1h&key=Production")]
    [InlineData("?occurred_at.lt=2026-11-23T09:00:00Z", null)]
    [InlineData("?occurred_at.eq=2026-11-23T09:00:00Z", null)]
    public void Link_CanRoll_WhereItsRangeHasNoEndOfItsOwn(string query, string? rolling)
    {
        var shown = CallEventQueryString.Parse(query).Query;
        var status = new FeedStatus { Coverage = Feeds.Coverage.Complete, AsOf = Time.GetUtcNow(), From = Time.GetUtcNow().AddHours(-1) };
        var link = $"http://localhost/events{CallEventQueryString.Format(SharedLink.Create(shown, status, "Production"))}";

        var menu = Render<CopyLinkMenu>(parameters => parameters.Add(it => it.Link, link).Add(it => it.Query, shown));

        var button = menu.Find("[data-key=copy-link]");
        Assert.Equal((link, rolling), (button.GetAttribute("data-copy"), button.GetAttribute("data-copy-rolling")));
        Assert.Equal(
            rolling is null ? [] : [("now", link), ("rolling", rolling)],
            menu.FindAll("[data-testid=copy-kinds] [data-copy-kind]").Select(item => (item.GetAttribute("data-copy-kind"), item.GetAttribute("data-copy"))));
    }

    private async Task<IRenderedComponent<ListTop>> OpenViewsAsync(string link)
    {
        _views = await _tabs.OpenAsync();
        Services.AddScoped(_ => _views);
        await StoreKeyAsync();
        Navigation.NavigateTo(link);
        var page = Render<ListTop>(parameters => parameters
            .Add(it => it.Title, "Events").Add(it => it.Query, Queries.CallEventQuery.Default).Add(it => it.Account, Services.GetRequiredService<ApiKeyStore>().ActiveAccount));
        page.Find("[data-testid=views-open]").Click();
        return page;
    }
}
