using System.Globalization;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

public sealed class ZoneTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    // Its clock is never changed, so that every time of day is one instant.
    private const string Zone = "Asia/Kolkata";

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Zone_Chosen_HoldsForTimesThatAreShownAndTyped_WhileLinksStayInUtc(int width)
    {
        var visitor = await VisitorAsync(width);
        await visitor.OpenEventsAsync("last=1h");
        var menu = visitor.Page.GetByTestId("time-zone");

        await menu.Locator("summary").ClickAsync();
        await Appearance.AssertFitsAsync(visitor, "the menu of zones", "[data-testid=time-zone]");
        await menu.GetByLabel("Another zone").FillAsync("kolkata");
        await menu.GetByRole(AriaRole.Button, new() { Name = Zone, Exact = true }).ClickAsync();

        await Expect(menu).ToHaveAttributeAsync("data-zone", Zone);
        await Expect(menu.Locator("summary")).ToBeVisibleAsync();
        await Expect(menu.GetByLabel("Another zone")).ToBeHiddenAsync();
        await AssertLocalAsync(visitor);
        await visitor.Page.ReloadAsync();
        await visitor.WaitForRowsAsync();
        await Expect(menu).ToHaveAttributeAsync("data-zone", Zone);
        var at = await AssertLocalAsync(visitor);

        await visitor.OpenFilterFormAsync();
        await visitor.Field("From time").FillAsync(Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        await visitor.Button("Apply").ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync($"/events?occurred_at.gte={at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}Z");
        await visitor.WaitForRowsAsync();
        await AssertLocalAsync(visitor);
        await visitor.RowAt(0).ClickAsync();
        await visitor.Page.GetByTestId("event-detail").Locator("time").First.HoverAsync();
        await Expect(visitor.Page.GetByTestId("event-detail").Locator("time").First).ToHaveAttributeAsync("title", Age(@"[-0-9]{10} [0-9:]{8}\.[0-9]{6}"));
    }

    /// <summary>Fails unless the first row has its time of day in the zone.</summary>
    private static async Task<DateTimeOffset> AssertLocalAsync(Visitor visitor)
    {
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
        var at = DateTimeOffset.Parse((await visitor.LoadedRowAsync(0)).OccurredAt, CultureInfo.InvariantCulture);
        await Expect(visitor.RowAt(0).Locator(".time")).ToContainTextAsync(Local(at).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
        // Under the pointer a time says UTC with six digits, and its age.
        await visitor.RowAt(0).Locator(".time").HoverAsync();
        await Expect(visitor.RowAt(0).Locator(".time")).ToHaveAttributeAsync("title", Age(at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)));
        return at;
    }

    private static Regex Age(string utc) => new($"^{utc} UTC, ([0-9]+ (s|min|h|d) )+ago$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, Zone);
}
