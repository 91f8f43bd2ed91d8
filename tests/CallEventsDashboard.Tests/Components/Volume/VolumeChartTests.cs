using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Components.Volume;

/// <summary>The volume above the list of events.</summary>
public sealed class VolumeChartTests : EventsContext
{
    private const string Chart = "[data-testid=volume]";
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Volume_OfAList_HasItsEventsInBars()
    {
        var page = await OpenCountedAsync(new SandboxOptions { Events = 2000 });

        Assert.Equal((Total(page), Total(page)), (page.Find(Chart).GetAttribute("data-total"), Bars(page).Sum(Count).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal("0", Bars(page)[0].GetAttribute("tabindex"));
        Assert.All(Bars(page), bar => Assert.Contains($": {Count(bar):N0} event", bar.GetAttribute("aria-label")!, StringComparison.Ordinal));
        Assert.Contains(page.FindAll($"{Chart} .axis span"), label => label.TextContent.EndsWith(":00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Volume_BeforeAMoment_TakesNoRequest()
    {
        Account = new SandboxOptions { Events = 2000 };
        var page = await OpenRowsAsync();
        await page.WaitForStateAsync(() => Coverage(page).GetAttribute("data-state") == "complete");

        Assert.Equal("waiting", page.Find(Chart).GetAttribute("data-state"));
        Assert.DoesNotContain(page.FindComponent<VolumeChart>().Instance.Feed.RequestLog, entry => entry.Purpose == "count");
    }

    [Theory]
    [InlineData("events", 1, 2)]
    [InlineData("events?order=oldest", 0, 1)]
    [InlineData("events?last=12h", 1, 1)]
    public async Task Bars_WhenChosen_NarrowTheRange(string link, int first, int last)
    {
        var page = await OpenCountedAsync(new SandboxOptions { Events = 4000 }, link);
        var expected = Bars(page).Skip(first).Take(last - first + 1).Sum(Count);

        await page.InvokeAsync(() => page.FindComponent<VolumeChart>().Instance.ChooseAsync(first, last));

        await page.WaitForAssertionAsync(() => Assert.Equal(
            ("complete", expected.ToString(CultureInfo.InvariantCulture)), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total"))));
        Assert.Equal(first > 0, Address.Contains("occurred_at.gte=", StringComparison.Ordinal));
        Assert.Contains("occurred_at.lt=", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_WhenAskedFor_AreDrawnOverTheBars()
    {
        var page = await OpenCountedAsync(new SandboxOptions { Events = 2000 });
        Assert.Empty(page.FindAll($"{Chart} .bad"));

        page.Find($"{Chart} .failed").Click();

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll($"{Chart} .bad")));
        var failed = Api.Events().Count(row => row.Failed && row.OccurredAt > Time.GetUtcNow().AddDays(-1));
        Assert.Contains($"{failed:N0} failed", page.Find($"{Chart} .says").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Volume_WhenHidden_TakesNoRequestAndIsShownAgain()
    {
        Account = new SandboxOptions { Events = 2000 };
        var page = await OpenRowsAsync();
        Button(page, "Volume").Click();
        await page.WaitForStateAsync(() => page.FindAll($"{Chart} svg g").Count == 0);

        Time.Advance(Moment);

        Assert.DoesNotContain(page.FindComponent<VolumeChart>().Instance.Feed.RequestLog, entry => entry.Purpose == "count");
        Button(page, "Volume").Click();
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(Bars(page)));
    }

    [Fact]
    public async Task Volume_OfASearch_SaysThatItIsNotOfThisList()
    {
        Account = new SandboxOptions { Events = 2000 };
        var page = await OpenAsync("events?q=hangup");
        await ShowRowsAsync(page);
        await page.WaitForStateAsync(() => Coverage(page).GetAttribute("data-state") == "complete");

        Time.Advance(Moment);

        await page.WaitForAssertionAsync(() => Assert.Contains(page.Find(Chart).GetAttribute("data-state"), new[] { "counted", "unavailable" }));
        var isCounted = page.Find(Chart).GetAttribute("data-state") == "counted";
        Assert.Equal(isCounted ? Total(page) : null, page.Find(Chart).GetAttribute("data-total"));
    }

    private static List<IElement> Bars(IRenderedComponent<EventsPage> page) => [.. page.FindAll($"{Chart} [data-testid=volume-bar]")];

    private static int Count(IElement bar) => int.Parse(bar.GetAttribute("data-count")!, CultureInfo.InvariantCulture);

    private static string? Total(IRenderedComponent<EventsPage> page) => Coverage(page).GetAttribute("data-total");

    private async Task<IRenderedComponent<EventsPage>> OpenCountedAsync(SandboxOptions account, string link = "events")
    {
        Account = account;
        var page = await OpenRowsAsync(link);
        await page.WaitForStateAsync(() => Coverage(page).GetAttribute("data-state") == "complete");
        Time.Advance(Moment);
        await page.WaitForStateAsync(() => page.Find(Chart).GetAttribute("data-state") == "counted");
        return page;
    }
}
