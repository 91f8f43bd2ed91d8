using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class LinkTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task CopiedLink_InAnotherBrowser_ShowsTheSameListAndEvent()
    {
        var sender = await VisitorAsync();
        await sender.AllowClipboardAsync();
        await sender.OpenEventsAsync("name=call.hangup");
        await sender.RowAt(4).ClickAsync();
        await Expect(sender.Detail).ToBeVisibleAsync();

        await sender.Button("Copy link").ClickAsync();
        var link = await sender.CopiedAsync("http");
        var sent = await sender.LoadedRowsAsync();
        Assert.Matches(@"occurred_at\.lte=", link);
        Assert.Matches($"key={Keys.Name}(&|$)", link);

        var receiver = await VisitorAsync();
        await receiver.GoToAsync(link);

        await Expect(receiver.RowAt(4)).ToHaveAttributeAsync("data-fingerprint", sent[4].Fingerprint);
        await Expect(receiver.Detail).ToContainTextAsync(sent[4].Name);
        await Expect(receiver.Detail).ToContainTextAsync(sent[4].LegId);
        Assert.Equal(sent.Take(10), (await receiver.LoadedRowsAsync()).Take(10));
    }

    [Fact]
    public async Task SpellingOfTheApi_IsRewrittenToTheCanonicalLink()
    {
        var visitor = await VisitorAsync();

        await visitor.GoToAsync("/events?page[size]=50&filter[type]=webhook&filter%5Bname%5D=call.hangup&page%5Bnumber%5D=3");

        await Expect(visitor.Page).ToHaveURLAsync("/events?name=call.hangup&type=webhook");
        await Expect(visitor.Badge("name")).ToBeVisibleAsync();
        await Expect(visitor.Badge("type")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BadParameters_AreNamed_AndTheRestOpens()
    {
        var visitor = await VisitorAsync();

        await visitor.OpenEventsAsync("name=call.hangup&product=bananas&colour=blue");

        var notice = visitor.Page.Locator("p, div, li").Filter(new() { HasText = "colour" }).Filter(new() { HasText = "product" });
        await Expect(notice.Last).ToBeVisibleAsync();
        await Expect(visitor.Badge("name")).ToBeVisibleAsync();
        await Expect(visitor.Badge("product")).ToHaveCountAsync(0);
        Assert.All(await visitor.LoadedRowsAsync(), row => Assert.Equal("call.hangup", row.Name));
    }

    [Fact]
    public async Task BackForwardAndReload_RestoreFiltersAndSelection()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        await visitor.OpenFilterFormAsync();
        await visitor.Field("Event name").FillAsync("call.hangup");
        await visitor.Button("Apply").ClickAsync();
        await Expect(visitor.Badge("name")).ToHaveAttributeAsync("data-applied-by", "api");
        await visitor.RowAt(2).ClickAsync();
        var selected = await visitor.SelectedAddressAsync();

        await visitor.Page.GoBackAsync();
        await Expect(visitor.Detail).ToHaveCountAsync(0);
        await Expect(visitor.Badge("name")).ToBeVisibleAsync();
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Badge("name")).ToHaveCountAsync(0);
        await visitor.Page.GoForwardAsync();
        await Expect(visitor.Badge("name")).ToBeVisibleAsync();
        await visitor.Page.GoForwardAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        await Expect(visitor.Badge("name")).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveURLAsync(selected);
    }
}
