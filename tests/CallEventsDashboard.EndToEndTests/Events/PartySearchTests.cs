using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class PartySearchTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task Number_AsACustomerWritesItAndEnter_ListsItsEventsOfEitherSide()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("last=1h&name=call.hangup");
        var number = (await visitor.RowAt(0).Locator(".from, .to").AllInnerTextsAsync()).First(text => text.StartsWith("+1 ", StringComparison.Ordinal));
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        await visitor.OpenEventsAsync("last=1h");

        var search = visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search numbers, IDs, metadata" });
        await search.FillAsync($"({digits[1..4]}) {digits[4..7]}-{digits[7..]}");
        await Expect(visitor.Page.GetByTestId("search-offer").First).ToHaveAttributeAsync("data-filter", "party");
        await search.PressAsync("Enter");

        await Expect(visitor.Page).ToHaveURLAsync($"/events?party=%2B{digits}&last=1h");
        await visitor.WaitForRowsAsync();
        await Expect(visitor.Badge("party")).ToHaveAttributeAsync("data-applied-by", "api");
        foreach (var row in await visitor.Rows.Filter(new() { HasText = "call.hangup" }).AllAsync())
            Assert.Contains(number, await row.Locator(".from, .to").AllInnerTextsAsync());
        await Expect(visitor.Rows.Filter(new() { HasText = "call.hangup" }).First).ToBeVisibleAsync();
    }
}
