using System.Globalization;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>More events than a browser lets anybody scroll.</summary>
public sealed class HugeFixture() : DashboardFixture(
    ["--events", "1200000", "--seed", "7", "--latency", "20", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal));

public sealed partial class HeightLimitTests(HugeFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<HugeFixture>
{
    [Theory]
    [InlineData("", "newer")]
    [InlineData("order=oldest", "older")]
    public async Task ListBeyondTheHeightOfABrowser_SaysWhatCannotBeReached_AndOffersHalf(string query, string half)
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync($"/events?{query}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "partial");
        await Expect(visitor.Rows.First).ToBeVisibleAsync();
        var total = await visitor.TotalAsync();
        Assert.True(total > 1_100_000, $"the sandbox lists {total} events only");

        await Expect(visitor.Coverage).ToContainTextAsync("longer than a browser can scroll");
        var beyond = long.Parse(Beyond().Match(await visitor.Coverage.InnerTextAsync()).Groups["rows"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        await AssertLastRowIsAsync(visitor, total - beyond - 1);

        await visitor.Button($"Show the {half} half").ClickAsync();

        await Expect(visitor.Coverage).Not.ToContainTextAsync("longer than a browser can scroll");
        await Expect(visitor.Coverage).Not.ToHaveAttributeAsync("data-total", $"{total}");
        await visitor.WaitForRowsAsync();
        await AssertLastRowIsAsync(visitor, await visitor.TotalAsync() - 1);
    }

    private static async Task AssertLastRowIsAsync(Visitor visitor, long index)
    {
        await visitor.ScrollToAsync(1);
        await Expect(visitor.Page.Locator($"[data-index='{index}']")).ToBeInViewportAsync();
        await Expect(visitor.Page.GetByTestId("event-placeholder")).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator($"[data-index='{index + 1}']")).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"the last (?<rows>[0-9,]+) events can't be reached", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beyond();
}
