using System.Globalization;
using Bunit;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>A list in another zone than UTC, cascaded as the layout does.</summary>
public sealed class ZoneTests : EventsContext
{
    private static readonly InstantFormat Kolkata = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"));

    public ZoneTests() => RenderTree.Add<CascadingValue<InstantFormat>>(cascade => cascade.Add(it => it.Value, Kolkata));

    [Fact]
    public async Task List_InAZone_WritesEveryTimeInItAndKeepsItsAttributesInUtc()
    {
        var lower = new TimeBound(TimeComparison.AtOrAfter, new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero));
        var page = await OpenRowsAsync(DashboardUrls.Events(CallEventQuery.Default with { Range = new() { Lower = lower } }));
        var row = page.Find("[data-testid=event-row]");
        var sent = row.GetAttribute("data-occurred-at")!;
        Assert.EndsWith("Z", sent, StringComparison.Ordinal);
        var at = InstantText.Parse(sent)!.Value;

        Assert.Contains(at.ToOffset(TimeSpan.FromHours(5.5)).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture), row.TextContent, StringComparison.Ordinal);
        Assert.Contains("(Asia/Kolkata)", page.Find("[role=columnheader]").TextContent, StringComparison.Ordinal);
        Assert.Contains("UTC+05:30", Coverage(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("UTC+05:30", page.Find(".time-range").TextContent, StringComparison.Ordinal);

        await row.ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains(Kolkata.Long(at), page.Find("[data-testid=event-detail]").TextContent, StringComparison.Ordinal));
        Assert.Contains(InstantText.Format(at), page.Find("[data-testid=event-detail] time").GetAttribute("datetime"), StringComparison.Ordinal);
    }
}
