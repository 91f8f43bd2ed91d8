using System.Text.Json;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class ExportTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Query = "name=call.initiated&product=call_control&last=2h";

    [Fact]
    public async Task Export_OfAList_IsDownloadedWithEveryEventInItsOrder()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync(Query);
        await Expect(visitor.Page.GetByTestId("coverage")).ToHaveAttributeAsync("data-state", "complete");
        var total = await visitor.Page.GetByTestId("coverage").GetAttributeAsync("data-total");
        var newest = await visitor.RowAt(0).GetAttributeAsync("data-occurred-at");
        var panel = await OpenAsync(visitor);
        await panel.GetByText("NDJSON").ClickAsync();
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Button, new() { Name = "Start export" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        var times = lines.Select(Time).ToList();

        await Expect(panel).ToHaveAttributeAsync("data-state", "done");
        Assert.EndsWith(".ndjson", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal((total, newest), (lines.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), times[0]));
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        // The link is good for another download, by another ticket.
        var again = await visitor.Page.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        Assert.Equal(lines, await File.ReadAllLinesAsync(await again.PathAsync(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_InPrivacyMode_HasNoNumber()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync(Query);
        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        var panel = await OpenAsync(visitor);
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Button, new() { Name = "Start export" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);

        Assert.EndsWith("_masked.csv", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.StartsWith("occurred_at_utc,", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\+\d{9}", text);
    }

    [Fact]
    public async Task Export_ThatIsCancelled_OffersTheEventsReadUntilThen()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var panel = await OpenAsync(visitor);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Start export" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(panel).ToHaveAttributeAsync("data-state", "idle");
        var link = panel.GetByRole(AriaRole.Link, new() { Name = "Download" });
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);

        Assert.EndsWith("_partial.csv", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.StartsWith("# partial: ", lines[^1].TrimStart('"'), StringComparison.Ordinal);
    }

    private static async Task<ILocator> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GetByTestId("export-open").ClickAsync();
        var panel = visitor.Page.GetByTestId("export");
        await Expect(panel).ToHaveAttributeAsync("data-state", "idle");
        return panel;
    }

    private static string Time(string line)
    {
        using var record = JsonDocument.Parse(line);
        return ApiRow.From(record.RootElement).OccurredAt;
    }
}
