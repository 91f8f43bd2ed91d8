using Bunit;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Status;

public sealed class CoverageLineTests : DashboardContext
{
    private static readonly FeedStatus Whole = new() { Coverage = Coverage.Complete, Total = 12_408, RowCount = 12_408, Requests = 51 };

    private int _readAgain;
    private CallEvent? _opened;

    [Fact]
    public void Line_OfAList_CarriesItsStateAndTotal()
    {
        var line = RenderLine(Whole).Find("[data-testid=coverage]");

        Assert.Equal(("complete", "12408"), (line.GetAttribute("data-state"), line.GetAttribute("data-total")));
    }

    [Fact]
    public void Total_WhileUnknown_IsEmpty()
    {
        var line = RenderLine(new FeedStatus { Coverage = Coverage.Reading }).Find("[data-testid=coverage]");

        Assert.Equal(("reading", ""), (line.GetAttribute("data-state"), line.GetAttribute("data-total") ?? ""));
    }

    [Fact]
    public void Line_WhileTheAllowanceIsSpent_SaysWhatTheListWaitsFor()
    {
        var spent = new Allowance(0, 40, Time.GetUtcNow().AddSeconds(20), TimeSpan.FromMinutes(1), IsKept: true);

        var line = RenderLine(Whole with { Coverage = Coverage.Reading, HeldUntil = Time.GetUtcNow().AddSeconds(20), Allowance = spent });

        Assert.Equal($"0 of 40 left, resets at :{spent.ResetsAt:ss}: waiting 20 s", line.Find("[data-testid=held]").TextContent);
    }

    [Fact]
    public void Line_WhileTheRestIsKept_SaysSo()
    {
        var kept = new Allowance(10, 40, new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero), TimeSpan.FromMinutes(1), IsKept: true);

        Assert.Equal("10 of 40 left, resets at :00", RenderLine(Whole with { Allowance = kept }).Find("[data-testid=held-back]").TextContent);
        Assert.Empty(RenderLine(Whole with { Allowance = kept with { Left = 11, IsKept = false } }).FindAll("[data-testid=held-back], [data-testid=held]"));
    }

    [Fact]
    public void Line_WhileSessionsWaitForTheSpare_SaysSo()
    {
        var allowance = new Allowance(30, 40, new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero), TimeSpan.FromMinutes(1), IsKept: false) { HasSpare = false };
        var line = Render<CoverageLine>(parameters => parameters.Add(it => it.List, new ListView { Status = Whole with { Allowance = allowance }, IsCompleting = true }));

        Assert.Equal("30 of 40 left, resets at :00: sessions are completed one by one", line.Find("[data-testid=held-back]").TextContent);
    }

    [Fact]
    public void Line_OfAListThatIsNotSettled_IsReadingAndShowsNoProgress()
    {
        var line = RenderLine(Whole with { Coverage = Coverage.Reading, IsBeingChecked = true });

        Assert.Equal("reading", line.Find("[data-testid=coverage]").GetAttribute("data-state"));
        Assert.Contains("Checking", line.Find("[data-testid=coverage]").TextContent, StringComparison.Ordinal);
        Assert.Empty(line.FindAll("[role=progressbar]"));
    }

    [Fact]
    public void EventsThatCannotBeTold_AreCountedApart_AndHiddenOrShownByASwitch()
    {
        bool? hides = null;
        var status = Whole with { Total = 172, RowCount = 428, CannotTell = 256, Scan = new(500, 500, false, true) };
        var line = RenderLine(status, hide: wanted => hides = wanted);
        var cannotTell = line.Find("[data-testid=cannot-tell]");
        var button = line.Find("[data-testid=hide-cannot-tell]");

        Assert.Equal(("172", "256", "256 undecided"), (line.Find("[data-testid=coverage]").GetAttribute("data-total"), cannotTell.GetAttribute("data-count"), cannotTell.TextContent));
        Assert.Equal(("false", "Hide undecided"), (button.GetAttribute("aria-pressed"), button.TextContent));
        button.Click();
        Assert.True(hides);

        Assert.Empty(RenderLine(Whole, hide: _ => { }).FindAll("[data-testid=cannot-tell], [data-testid=hide-cannot-tell]"));
        Assert.Empty(RenderLine(status).FindAll("[data-testid=hide-cannot-tell]"));
    }

    [Fact]
    public void Newer_WhenSomeArrived_OffersThem()
    {
        var line = RenderLine(Whole with { Newer = 1_200 });
        var button = line.Find("[data-testid=newer]");

        button.Click();

        Assert.Equal("1200", button.GetAttribute("data-count"));
        Assert.Equal("1,200 newer ↑", button.TextContent);
        Assert.Equal(1, _readAgain);
    }

    [Fact]
    public void Missing_WhenSomeWereGivenUp_OffersToTryAgain()
    {
        var tried = 0;
        var line = Render<CoverageLine>(parameters => parameters.Add(it => it.List, new ListView { Status = Whole with { Coverage = Coverage.Partial, Missing = 3 } }).Add(it => it.OnRetry, () => tried++));
        line.FindAll("button").Single(button => button.TextContent == "Try again").Click();
        Assert.Equal(1, tried);

        Assert.DoesNotContain(RenderLine(Whole with { Expired = 3 }).FindAll("button"), button => button.TextContent == "Try again");
    }

    [Fact]
    public void Newer_OldestFirst_PointsToTheEnd() => Assert.EndsWith("↓", RenderLine(Whole with { Newer = 2 }, order: EventOrder.Oldest).Find("[data-testid=newer]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Offers_WithoutNewerOrLate_AreNone() => Assert.Empty(RenderLine(Whole).FindAll("[data-testid=newer], [data-testid=late], [data-testid=scan-continue]"));

    [Fact]
    public void Late_WhenOpened_ListsTheRowsAndOpensOne()
    {
        var line = RenderLine(Whole with { Late = 2 }, [Row("call.hangup", "1-a"), Row("call.initiated", "2-b")]);
        Assert.Equal("2", line.Find("[data-testid=late]").GetAttribute("data-count"));

        line.Find("[data-testid=late]").Click();
        var rows = line.FindAll("[data-testid=late-row]");
        Assert.Equal(["call.hangup", "call.initiated"], rows.Select(row => row.QuerySelector(".name")!.TextContent));
        Assert.Contains("Nov 23 09:00:00.250 UTC", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("+1 202-555-0142 → +1 202-555-0131", rows[0].TextContent, StringComparison.Ordinal);
        rows[1].Click();

        Assert.Equal("2-b", _opened?.Fingerprint);
        Assert.Empty(line.FindAll("[data-testid=late-panel]"));
    }

    [Fact]
    public void Late_ThatWasOnlyCounted_IsOfferedAndSaysSo()
    {
        var line = RenderLine(Whole with { Late = 3 }, [Row("call.hangup", "1-a")]);
        line.Find("[data-testid=late]").Click();

        Assert.Equal("3 events arrived late", line.Find("#late-title").TextContent);
        Assert.Equal("2 of them are not loaded yet.", line.Find("[data-testid=late-counted]").TextContent);
        Assert.Equal("They are not loaded yet.", Counted(2));
        Assert.Equal("It is not loaded yet.", Counted(1));

        string Counted(int late)
        {
            var other = RenderLine(Whole with { Late = late });
            other.Find("[data-testid=late]").Click();
            Assert.Empty(other.FindAll("ul"));
            return other.Find("[data-testid=late-counted]").TextContent;
        }
    }

    [Fact]
    public void Late_ReadAgain_ReadsTheList()
    {
        var line = RenderLine(Whole with { Late = 1 }, [Row("call.hangup", "1-a")]);
        line.Find("[data-testid=late]").Click();

        line.FindAll("button").Single(button => button.TextContent == "Refresh").Click();

        Assert.Equal(1, _readAgain);
        Assert.Empty(line.FindAll("[data-testid=late-panel]"));
    }

    [Fact]
    public void Late_Escape_ClosesThePanel()
    {
        var line = RenderLine(Whole with { Late = 1 }, [Row("call.hangup", "1-a")]);
        line.Find("[data-testid=late]").Click();

        line.Find("[data-testid=late-panel]").KeyDown("Escape");

        Assert.Empty(line.FindAll("[data-testid=late-panel]"));
    }

    [Fact]
    public void Wait_WhileTelnyxAsksForIt_CountsDown()
    {
        var line = RenderLine(Whole with { WaitUntil = Time.GetUtcNow().AddSeconds(7) });
        Assert.Equal("Rate limited by Telnyx. Resuming in 7 s.", line.Find(".urgent").TextContent);

        Time.Advance(TimeSpan.FromSeconds(3));

        line.WaitForAssertion(() => Assert.Equal("Rate limited by Telnyx. Resuming in 4 s.", line.Find(".urgent").TextContent));
    }

    [Fact]
    public void Wait_ThatIsOver_IsNotShown() => Assert.Empty(RenderLine(Whole with { WaitUntil = Time.GetUtcNow() }).FindAll(".urgent"));

    [Fact]
    public void Progress_OfAScan_IsMeasuredAndNotReadAloud()
    {
        var line = RenderLine(Whole with { Coverage = Coverage.Reading, Scan = new(5_000, 20_000, false, false) });

        Assert.Equal("25", line.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Equal("Reading", line.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Continue_OfAStoppedScan_IsOffered()
    {
        var isContinued = false;
        var line = Render<CoverageLine>(parameters => parameters
            .Add(it => it.List, new ListView { Status = Whole with { Coverage = Coverage.Partial, Scan = new(10_000, 20_000, true, false) } })
            .Add(it => it.OnContinue, () => isContinued = true));

        line.Find("[data-testid=scan-continue]").Click();

        Assert.True(isContinued);
    }

    [Fact]
    public void Capacity_BelowTheRows_SaysWhatCannotBeReached()
    {
        var line = Render<CoverageLine>(parameters => parameters.Add(it => it.List, new ListView { Status = Whole, Capacity = 12_000 }));

        Assert.Equal("partial", line.Find("[data-testid=coverage]").GetAttribute("data-state"));
        Assert.Contains("the last 408 events can't be reached", line.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Capacity_BelowTheRows_OffersTheHalfThatTheListBeginsWith()
    {
        var halved = 0;
        var line = Render<CoverageLine>(parameters => parameters.Add(it => it.List, new ListView { Status = Whole, Capacity = 12_000, Order = EventOrder.Oldest }).Add(it => it.OnHalve, () => halved++));

        line.FindAll("button").Single(button => button.TextContent.Trim() == "Show the older half").Click();

        Assert.Equal(1, halved);
    }

    private IRenderedComponent<CoverageLine> RenderLine(FeedStatus status, CallEvent[]? late = null, EventOrder order = EventOrder.Newest, Action<bool>? hide = null) =>
        Render<CoverageLine>(parameters => (hide is null ? parameters : parameters.Add(it => it.OnHideUndecided, hide))
            .Add(it => it.List, new ListView { Status = status, Order = order, LateRows = late ?? [] })
            .Add(it => it.OnOpenLate, row => _opened = row)
            .Add(it => it.OnReadAgain, () => _readAgain++));

    private static CallEvent Row(string name, string fingerprint) => new()
    {
        Name = name,
        Type = "webhook",
        OccurredAt = new(2026, 11, 23, 9, 0, 0, 250, TimeSpan.Zero),
        From = "+12025550142",
        To = "+12025550131",
        Fingerprint = fingerprint,
        Raw = default,
    };
}
