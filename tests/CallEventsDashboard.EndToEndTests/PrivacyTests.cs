using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

[Collection(nameof(Calm))]
public sealed class PrivacyTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task Numbers_WhileMasked_AreNowhereInThePageNorInACopy_AndStayMaskedAfterAReload()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.initiated&product=call_control");
        await visitor.RowAt(2).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        Assert.True(await PartiesAsync(visitor) > 0);

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToBeVisibleAsync();
        Assert.Equal(0, await PartiesAsync(visitor));

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToBeVisibleAsync();
        Assert.Equal(0, await PartiesAsync(visitor));

        await visitor.Detail.GetByText("Reveal numbers").ClickAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToHaveCountAsync(0);
        Assert.True(await PartiesAsync(visitor) > 0);
    }

    // Every text and attribute counts: what is copied lies in the page as well.
    private static Task<int> PartiesAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<int>("(document.documentElement.outerHTML.match(/\\+\\d[\\d ()-]{7,}\\d/g) ?? []).length");
}
