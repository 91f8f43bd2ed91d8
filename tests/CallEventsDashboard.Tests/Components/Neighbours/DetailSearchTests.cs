using System.Globalization;
using Bunit;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

public sealed class DetailSearchTests : DetailSearchContext
{
    [Theory]
    [InlineData("from=" + Trunk, 1)]
    [InlineData("party=" + Trunk, 2)]
    [InlineData("from=" + Trunk + ",%2B13035550188", 2)]
    [InlineData("q=" + Trunk, 2)]
    [InlineData("q=(303)%20555-0100", 2)]
    public async Task EmptyList_OfANumber_FindsTheCallsThatNoApplicationSaw(string link, int requests)
    {
        var page = await OpenAsync($"events?{link}");
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=detail-search]")));
        Assert.Empty(Asked());
        Assert.Contains($"({requests} request", Search(page).QuerySelector("button")!.TextContent, StringComparison.Ordinal);

        await LookAsync(page);

        Assert.Equal(requests, Asked().Count);
        Assert.NotEmpty(page.FindAll("[data-testid=detail-record][data-product=sip-trunking]"));
        Assert.Contains("verify a number", page.Find("[data-testid=detail-record][data-code=D61]").TextContent, StringComparison.Ordinal);
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
        var page = await EmptyAsync($"leg_id={Text(await ForgottenAsync(), "telnyx_leg_id")}");
        Assert.Contains("(1 request)", page.Find("[data-testid=detail-search] button").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=detail-search] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll("[data-testid=detail-record]")));

        Assert.Single(Asked());
        Assert.Contains("1 call detail record of Call Control", page.Find("[data-testid=detail-search]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leg_id", "No call detail record of Call Control names this leg, which proves nothing", 1)]
    [InlineData("application_session_id", "No call detail record of SIP trunking or of Call Control names this session, which proves nothing", 2)]
    [InlineData("q", "No call detail record of SIP trunking or of Call Control names this ID, which proves nothing", 3)]
    public async Task EmptyList_OfAnIdThatNobodyHas_ProvesNothing(string parameter, string words, int requests)
    {
        var page = await EmptyAsync($"{parameter}={Nobody}");
        await LookAsync(page);

        Assert.Contains(words, Search(page).TextContent, StringComparison.Ordinal);
        Assert.Equal(requests, Asked().Count);
    }

    [Fact]
    public async Task EmptyList_OfASessionThatTheLogHasForgotten_FindsItsRecordOfEitherType()
    {
        var page = await EmptyAsync($"application_session_id={Text(await ForgottenAsync(), "telnyx_session_id")}");
        Assert.Contains("(2 requests)", Search(page).TextContent, StringComparison.Ordinal);

        await LookAsync(page);

        Assert.Equal(["call-control", "sip-trunking"], page.FindAll("[data-testid=detail-record]").Select(record => record.GetAttribute("data-product")).Order(StringComparer.Ordinal));
        Assert.All(
            ["2 call detail records: 1 of SIP trunking, 1 of Call Control", "the log no longer has it."],
            words => Assert.Contains(words, Search(page).TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("range", Search(page).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyList_OfASessionThatOnlyATrunkSaw_DoesNotSayThatTheLogHasForgottenIt()
    {
        var call = (await RecordsAsync($"filter[record_type]=sip-trunking&filter[cli]={Trunk}"))[0];
        var page = await EmptyAsync($"application_session_id={Text(call, "telnyx_session_id")}");
        await LookAsync(page);

        Assert.Single(page.FindAll("[data-testid=detail-record]"));
        Assert.Contains("A call without a record of Call Control may have gone over a plain SIP trunk", Search(page).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("&name=call.never", true)]
    [InlineData("&call_failed=true", true)]
    public async Task EmptyList_WithAnotherFilter_SaysThatItMayBeThat(string filter, bool isSaid)
    {
        var page = await EmptyAsync($"from={Trunk}{filter}");
        await LookAsync(page);

        Assert.NotEmpty(page.FindAll("[data-testid=detail-record]"));
        Assert.Equal(isSaid, Search(page).TextContent.Contains("or another filter leaves it out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EmptyList_OfTwoNumbers_FindsTheCallsBetweenThem_WhateverFiltersAreIgnored(bool isIgnored)
    {
        var calls = await RecordsAsync($"filter[record_type]=sip-trunking&filter[cli]={Trunk}");
        var to = Text(calls[0], "cld");
        var between = calls.Count(call => Text(call, "cld") == to);
        Assert.InRange(between, 1, calls.Count - 1);
        Account = Account with { IgnoredFilters = new HashSet<string>(isIgnored ? ["cld"] : []) };
        var page = await EmptyAsync($"from={Trunk}&to={Uri.EscapeDataString(to)}");

        await LookAsync(page);

        var request = Assert.Single(Asked());
        Assert.All(["filter[cli]", "filter[cld]"], filter => Assert.Contains(filter, Uri.UnescapeDataString(request.Query), StringComparison.Ordinal));
        Assert.Equal(between, page.FindAll("[data-testid=detail-record]").Count);
        Assert.Equal(isIgnored, page.FindAll("[data-testid=left-out]").Count > 0);
    }

    [Fact]
    public async Task RangeOlderThanTheLog_OfANumber_FindsTheRecordOfItsTime()
    {
        var call = await ForgottenAsync();
        var day = DateTimeOffset.Parse(Text(call, "started_at"), CultureInfo.InvariantCulture).UtcDateTime.Date;
        var range = $"occurred_at.gte={day:yyyy-MM-dd}T00:00:00Z&occurred_at.lt={day.AddDays(1):yyyy-MM-dd}T00:00:00Z";
        var page = await EmptyAsync($"from={Uri.EscapeDataString(Text(call, "cli"))}&{range}", "older than 24 hours");
        Assert.Contains("The log has the last 24 hours only", Search(page).TextContent, StringComparison.Ordinal);

        await LookAsync(page);

        Assert.Single(page.FindAll("[data-testid=detail-record]"));
        Assert.Contains("1 call detail record of SIP trunking · of this range", Search(page).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_NameTheirConnection_OnceItIsRead()
    {
        // The end of a minute has requests to spare.
        Time.Advance(TimeSpan.FromSeconds(55));
        var page = await EmptyAsync($"from={Trunk}");
        await LookAsync(page);

        await page.WaitForAssertionAsync(() => Assert.All(page.FindAll("[data-testid=detail-record]"), record =>
            Assert.Equal(("Office trunk", "2811212257810188990"), (record.QuerySelector("[data-testid=connection-name]")?.TextContent, record.QuerySelector("[data-testid=connection-name]")?.GetAttribute("data-id")))));

        await page.InvokeAsync(() => Services.GetRequiredService<PrivacyMode>().Set(isOn: true));
        await page.WaitForAssertionAsync(() => Assert.StartsWith("•", page.Find("[data-testid=detail-record] [data-testid=connection-name]").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2 of 5 were read", ResourceTrap.ShortPages)]
    [InlineData("there may be more than the 2 that were read", ResourceTrap.ShortPages, ResourceTrap.NoTotals)]
    public async Task Answer_ThatIsCut_IsSaidToBe(string words, params ResourceTrap[] traps)
    {
        Account = Account with { Traps = traps.ToHashSet() };
        var page = await EmptyAsync($"from={Trunk}");
        await LookAsync(page);

        Assert.Equal(2, page.FindAll("[data-testid=detail-record]").Count);
        Assert.Contains(words, Search(page).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData(ResourceTrap.NoTotals)]
    public async Task Answer_ThatIsWhole_IsNotSaidToBeCut(params ResourceTrap[] traps)
    {
        Account = Account with { Traps = traps.ToHashSet() };
        var page = await EmptyAsync($"from={Trunk}");
        await LookAsync(page);

        Assert.Equal(5, page.FindAll("[data-testid=detail-record]").Count);
        Assert.DoesNotContain("were read", Search(page).TextContent, StringComparison.Ordinal);
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
}
