using Bunit;
using CallEventsDashboard.Components.Pages;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Besides the list of events: the list of sessions, and the page of a session that the log has nothing of.</summary>
public sealed class DetailSearchPlacesTests : DetailSearchContext
{
    [Fact]
    public async Task ListOfSessions_WithoutAny_OffersTheCallDetailRecords()
    {
        var page = await OpenSessionsAsync($"from={Trunk}");
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=detail-search]")));
        Assert.Contains("(1 request)", Search(page).TextContent, StringComparison.Ordinal);

        await LookAsync(page);

        Assert.Equal(5, page.FindAll("[data-testid=detail-record]").Count);
        Assert.Empty(page.FindAll("[data-testid=session-row]"));
    }

    [Fact]
    public async Task ListOfSessions_WhoseEventsBelongToNone_OffersNothing()
    {
        var number = Api.Events().Where(row => row.SessionId is null).Select(row => row.From).OfType<string>().First(from => Api.Events().All(row => row.From != from || row.SessionId is null));
        var page = await OpenSessionsAsync($"from={Uri.EscapeDataString(number)}");
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=sessionless]")));

        Assert.Empty(page.FindAll("[data-testid=detail-search]"));
    }

    [Fact]
    public async Task Session_OfWhichTheLogHasNothing_IsFoundInTheDetailRecordsAndByTheCarrier()
    {
        var call = (await RecordsAsync($"filter[record_type]=sip-trunking&filter[cli]={Trunk}"))[0];
        var page = await OpenSessionAsync(Text(call, "telnyx_session_id"));
        Assert.Contains("(2 requests)", Search(page).TextContent, StringComparison.Ordinal);
        Assert.Empty(Api.RequestsBeside);

        await LookAsync(page);
        Assert.Equal(2, Asked().Count);
        Assert.Equal("sip-trunking", Assert.Single(page.FindAll("[data-testid=detail-record]")).GetAttribute("data-product"));

        await page.Find("[data-testid=carrier] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll("[data-testid=carrier-record]")));
        Assert.Contains("Leg that is not in the log", page.Find("[data-testid=carrier]").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, Api.RequestsBeside.Count(request => request.Path.StartsWith("/v2/session_analysis/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Session_ThatNobodyHas_IsAskedForInVain_AndProvesNothing()
    {
        var page = await OpenSessionAsync(Nobody);

        await LookAsync(page);
        await page.Find("[data-testid=carrier] button").ClickAsync(new());

        Assert.Contains("proves nothing", Search(page).TextContent, StringComparison.Ordinal);
        await page.WaitForAssertionAsync(() => Assert.Contains("Telnyx has no records of this session", page.Find("[data-testid=carrier]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    private async Task<IRenderedComponent<SessionsPage>> OpenSessionsAsync(string link)
    {
        await StoreKeyAsync();
        Navigation.NavigateTo($"sessions?{link}");
        return Render<SessionsPage>();
    }

    private async Task<IRenderedComponent<SessionPage>> OpenSessionAsync(string id)
    {
        await StoreKeyAsync();
        Navigation.NavigateTo($"sessions/{id}");
        var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, id));
        await page.WaitForAssertionAsync(() => Assert.Contains("No events of this session", page.Markup, StringComparison.Ordinal));
        return page;
    }
}
