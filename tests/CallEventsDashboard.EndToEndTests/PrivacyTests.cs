using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

public sealed partial class PrivacyTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Party = @"\+\d[\d ()-]{7,}\d";

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

    [Fact]
    public async Task Cell_PointedAt_IsToldInFull_AndMaskedWithThePage()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.initiated&product=call_control");
        var called = (await Sandbox.NewestAsync("filter[name]=call.initiated&filter[product]=call_control")).First(row => ApiRow.Text(row.Record, "to") is ['+', ..]);
        var cell = visitor.Page.Locator($"[data-testid=event-row][data-leg-id='{called.LegId}']").First.GetByRole(AriaRole.Gridcell).Nth(6);
        await cell.HoverAsync();
        await Expect(cell).ToHaveAttributeAsync("title", Number());

        await visitor.Button("Privacy mode: mask numbers").PressAsync("Enter");
        await Expect(cell).Not.ToHaveAttributeAsync("title", Number());
        Assert.Equal(0, await PartiesAsync(visitor));
    }

    [Fact]
    public async Task Session_WhileMasked_HasNoNumberInThePageNorInWhatIsCopied()
    {
        var session = (await Sandbox.NewestAsync("filter[name]=transfer"))[30].SessionId;
        var visitor = await VisitorAsync();
        await visitor.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.GoToAsync($"/sessions/{session}");
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        Assert.True(await PartiesAsync(visitor) > 0);

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToBeVisibleAsync();
        foreach (var tab in new[] { "Ladder", "Timings", "Cause and effect", "Events" })
        {
            await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            Assert.Equal(0, await PartiesAsync(visitor));
        }

        Assert.DoesNotMatch(Party, await CopiedAsync(visitor, "Copy as text, numbers masked", "Call session"));
        Assert.DoesNotMatch(Party, await CopiedAsync(visitor, "Copy the ladder as Mermaid", "sequenceDiagram"));
        await Expect(visitor.Button("Copy as text")).ToHaveCountAsync(0);

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        Assert.Equal(0, await PartiesAsync(visitor));
    }

    [Fact]
    public async Task Sessions_WhileMasked_HaveNoNumberInThePage()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync($"/sessions?{await Sandbox.NewestRangeAsync(300)}");
        var first = visitor.Page.GetByTestId("session-row").First;
        await Expect(first).ToHaveAttributeAsync("data-complete", "true");
        Assert.True(await PartiesAsync(visitor) > 0);

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await Expect(visitor.Button("Privacy mode: mask numbers")).ToHaveAttributeAsync("aria-pressed", "true");
        await visitor.Page.WaitForFunctionAsync($"() => !/{Party}/.test(document.querySelector('[data-testid=session-scroller]').outerHTML)");

        Assert.Equal(0, await PartiesAsync(visitor));
    }

    private static async Task<string> CopiedAsync(Visitor visitor, string item, string beginning)
    {
        await visitor.Page.EvaluateAsync("navigator.clipboard.writeText('')");
        await visitor.Page.Locator("summary").Filter(new() { HasText = "Copy" }).First.ClickAsync();
        await visitor.Button(item).ClickAsync();
        var copied = await visitor.CopiedAsync(beginning);
        await Expect(visitor.Page.Locator("details[open]")).ToHaveCountAsync(0);
        return copied;
    }

    // Every text and attribute counts: what is copied lies in the page as well.
    private static Task<int> PartiesAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<int>($"(document.documentElement.outerHTML.match(/{Party}/g) ?? []).length");

    [GeneratedRegex(Party, RegexOptions.None, 1000)]
    private static partial Regex Number();
}
