using System.Text.Json;
using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

public sealed class DetailSearchTests : EventsContext
{
    private const string Trunk = "%2B13035550100";

    [Theory]
    [InlineData("from=" + Trunk, 1)]
    [InlineData("party=" + Trunk, 2)]
    public async Task EmptyList_OfANumber_FindsTheCallsThatNoApplicationSaw(string link, int requests)
    {
        var page = await EmptyAsync(link);
        Assert.Empty(Asked());

        await page.Find("[data-testid=detail-search] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=detail-record]")));

        Assert.Equal(requests, Asked().Count);
        Assert.Contains("verify a number", page.Find("[data-testid=detail-record][data-code=D61]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=event-row]"));
    }

    [Fact]
    public async Task EmptyList_OfANumberThatNobodyHas_ProvesNothing()
    {
        var page = await EmptyAsync("to=%2B13035550188");
        await page.Find("[data-testid=detail-search] button").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("proves nothing", page.Find("[data-testid=detail-search]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EmptyList_OfALeg_FindsTheRecordOfACallThatTheLogHasForgotten()
    {
        var page = await EmptyAsync($"leg_id={await ForgottenLegAsync()}");
        Assert.Contains("(1 request)", page.Find("[data-testid=detail-search] button").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=detail-search] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll("[data-testid=detail-record]")));

        Assert.Single(Asked());
        Assert.Contains("1 record in the call detail records", page.Find("[data-testid=detail-search]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyList_OfALegThatNobodyHas_ProvesNothing()
    {
        var page = await EmptyAsync("leg_id=5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0");
        await page.Find("[data-testid=detail-search] button").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("proves nothing", page.Find("[data-testid=detail-search]").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name=call.never", false)]
    [InlineData("from=" + Trunk, true)]
    public async Task EmptyList_WithoutANumber_OrTurnedOff_OffersNothing(string link, bool isOff)
    {
        Services.PostConfigure<NeighboursOptions>(options => options.DetailRecords = !isOff);

        Assert.Empty((await EmptyAsync(link)).FindAll("[data-testid=detail-search]"));
    }

    [Fact]
    public async Task Records_WhileMasked_ShowNoNumber()
    {
        Services.GetRequiredService<PrivacyMode>().Set(isOn: true);
        var page = await EmptyAsync($"from={Trunk}");
        await page.Find("[data-testid=detail-search] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=detail-record]")));

        Assert.DoesNotContain("303", string.Concat(page.FindAll("[data-testid=detail-record] td:nth-child(n+2)").Select(cell => cell.TextContent)), StringComparison.Ordinal);
        Assert.Contains("…0100", page.Find("[data-testid=detail-record]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_WithoutPermission_IsToldSoCalmly()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.Forbidden } };
        var page = await EmptyAsync($"from={Trunk}");
        await page.Find("[data-testid=detail-search] button").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("Not permitted with this key", page.Find("[data-testid=detail-search]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    private async Task<string> ForgottenLegAsync()
    {
        using var http = new HttpClient(new SandboxHandler(new SandboxApi(Account, Time))) { BaseAddress = new Uri("http://sandbox.test/v2/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Secret);
        await using var body = await http.GetStreamAsync("detail_records?filter[record_type]=call-control&page[size]=50&page[number]=100", Xunit.TestContext.Current.CancellationToken);
        var total = (await JsonDocument.ParseAsync(body)).RootElement.GetProperty("meta").GetProperty("total_results").GetInt32();
        await using var last = await http.GetStreamAsync(FormattableString.Invariant($"detail_records?filter[record_type]=call-control&page[size]=1&page[number]={total}"), Xunit.TestContext.Current.CancellationToken);
        return (await JsonDocument.ParseAsync(last)).RootElement.GetProperty("data")[0].GetProperty("telnyx_leg_id").GetString()!;
    }

    private List<SandboxServed> Asked() => [.. Api.RequestsBeside.Where(request => request.Path == "/v2/detail_records")];

    private async Task<IRenderedComponent<EventsPage>> EmptyAsync(string link)
    {
        var page = await OpenAsync($"events?{link}");
        await page.WaitForAssertionAsync(() => Assert.Contains("No event matches", page.Markup, StringComparison.Ordinal));
        return page;
    }
}
