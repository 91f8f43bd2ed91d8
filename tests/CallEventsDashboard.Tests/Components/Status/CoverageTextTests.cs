using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Status;

public class CoverageTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 52, 11, TimeSpan.Zero);

    private static readonly FeedStatus Whole = new() { Coverage = Coverage.Complete, Total = 12_408, RowCount = 12_408, AsOf = Now, Horizon = Now.AddHours(-24) };

    private static Dictionary<string, AppliedBy> Applied(params (string Filter, AppliedBy By)[] filters) => filters.ToDictionary(StringComparer.Ordinal);

    private static readonly TelnyxException TimedOut = new(TelnyxError.Timeout);

    public static TheoryData<string, FeedStatus, string[]> Notes => new()
    {
        { "whole", Whole, [] },
        { "reading", new FeedStatus { Coverage = Coverage.Reading }, [] },
        { "trying again", Whole with { Retrying = new(2, 3, TimeSpan.FromSeconds(1), TimedOut) }, ["Telnyx did not answer in time. Trying again, 2 of 3."] },
        { "failed", new FeedStatus { Coverage = Coverage.Failed, Failure = new(TimedOut, null) }, ["Telnyx did not answer in time."] },
        { "out of reach", new FeedStatus { Coverage = Coverage.Unreachable }, ["Telnyx lists the last 24 hours only. Choose a later range, or filter by a leg or session ID."] },
        { "expired", Whole with { Coverage = Coverage.Partial, Expired = 1_204 }, ["1,204 expired before they were loaded."] },
        { "missing one", Whole with { Coverage = Coverage.Partial, Missing = 1 }, ["Telnyx counts 1 event that it did not return."] },
        { "missing", Whole with { Coverage = Coverage.Partial, Missing = 1_204 }, ["Telnyx counts 1,204 events that it did not return."] },
        { "begun anew", Whole with { HasBegunAnew = true }, ["Telnyx's answers contradicted each other, so this list is being loaded again from the start, in order."] },
        { "bounds refused", Whole with { AreBoundsRefused = true }, ["Telnyx refused the time range, so the dashboard loads all events and applies the range itself."] },
        { "bounds exclusive", Whole with { AreBoundsExclusive = true }, ["Telnyx leaves out events at the exact ends of a range, so the dashboard asks for one microsecond more."] },
        { "cut", Whole with { Coverage = Coverage.Partial, From = Now.AddDays(-3) }, ["Older events can be opened by their leg or session ID."] },
        { "scan", Whole with { Coverage = Coverage.Reading, Scan = new(2_500, 20_000, false, false) }, ["2,500 of 20,000 events searched…"] },
        {
            "scan of what is filtered here",
            Whole with { Coverage = Coverage.Reading, FilteredHere = ["not.name"], Scan = new(250, 10_250, false, false) },
            ["Filtered here: about 40 requests, about 60 s to check all of it.", "250 of 10,250 events searched…"]
        },
        { "scan without a total", Whole with { Coverage = Coverage.Reading, Scan = new(2_500, null, false, false) }, ["2,500 events searched…"] },
        { "scan of more than was counted", Whole with { Coverage = Coverage.Reading, Scan = new(20_003, 20_000, false, false) }, ["20,003 of 20,003 events searched…"] },
        { "scan at its budget", Whole with { Coverage = Coverage.Partial, Scan = new(10_000, 20_000, true, false) }, ["Paused after 10,000 of 20,000 events to spare your rate limit."] },
        {
            "stopped until it is scrolled",
            Whole with { Coverage = Coverage.Partial, Scan = new(500, 20_000, true, false) { GoesOnByScrolling = true } },
            ["500 of 20,000 events searched to spare your rate limit. More load as you scroll."]
        },
        {
            "not settled",
            Whole with { Coverage = Coverage.Reading, IsBeingChecked = true },
            ["The total is confirmed once the newest events have settled: within two minutes, or as you scroll."]
        },
        { "scan to the end", Whole with { Scan = new(20_000, 20_000, false, true) }, ["All 20,000 events searched."] },
        { "scan of one", Whole with { Scan = new(1, 1, false, true) }, ["The one event was searched."] },
        {
            "too long",
            Whole with { RowCount = 1_200_000 },
            ["This list is longer than a browser can scroll: the last 200,000 events can't be reached. Choose a narrower range."]
        },
    };

    [Theory]
    [MemberData(nameof(Notes))]
    public void Notes_OfAStatus_SayWhyAndWhatNext(string name, FeedStatus status, string[] notes)
    {
        Assert.NotEmpty(name);
        Assert.Equal(notes, CoverageText.From(status, InstantFormat.Utc, isSearch: true, capacity: 1_000_000).Notes);
    }

    [Fact]
    public void List_WhoseFilterNoEventShows_IsNotCalledComplete()
    {
        var text = Of(Whole with { AppliedBy = Applied(("status", AppliedBy.Unverified), ("application_name", AppliedBy.Unverified), ("name", AppliedBy.Api)) });

        Assert.Equal(("complete", "Can't confirm", "warn"), (text.Word, text.Label, text.Tone));
        Assert.Equal(["Can't confirm that Telnyx applied Application name and Status: this list may include other events."], text.Notes);
    }

    [Fact]
    public void List_ThatTheDashboardFiltered_IsAmberAndSaysSo()
    {
        var text = Of(Whole with { Scan = new(20, 20, false, true), AppliedBy = Applied(("connection_id", AppliedBy.Dashboard)) });

        Assert.Equal(("complete", "All events", "warn"), (text.Word, text.Label, text.Tone));
        Assert.Equal("Telnyx ignored the filter Connection ID; the dashboard filtered this list.", text.Notes[0]);
    }

    [Fact]
    public void List_ThatIsSearchedByTheDashboardAlone_IsComplete() =>
        Assert.Equal("ok", Of(Whole with { AppliedBy = Applied(("q", AppliedBy.Dashboard), ("call_failed", AppliedBy.Dashboard), ("occurred_at.gte", AppliedBy.Api)) }).Tone);

    [Theory]
    [InlineData(SessionOrder.NewestStart, "by start, newest first")]
    [InlineData(SessionOrder.OldestStart, "by start, oldest first")]
    [InlineData(SessionOrder.FirstMatch, "by first match, oldest first")]
    [InlineData(SessionOrder.Single, null)]
    public void Sessions_SayByWhatTheyAreSorted(SessionOrder order, string? sorted)
    {
        Assert.Equal(sorted, CoverageText.From(Whole, InstantFormat.Utc, isSearch: false, int.MaxValue, order).Sorted);
        Assert.Null(CoverageText.From(Whole, InstantFormat.Utc, isSearch: false, int.MaxValue).Sorted);
    }

    [Fact]
    public void Progress_OfAFilterThatTelnyxIgnored_SpeaksOfChecking() => Assert.Equal(
        ["250 of 500 events checked…"], CoverageText.From(Whole with { Coverage = Coverage.Reading, Scan = new(250, 500, false, false) }, InstantFormat.Utc, isSearch: false, int.MaxValue).Notes);

    [Theory]
    [InlineData(Coverage.Complete, "complete", "All events", "ok")]
    [InlineData(Coverage.Reading, "reading", "Loading", "busy")]
    [InlineData(Coverage.Partial, "partial", "Partly loaded", "warn")]
    [InlineData(Coverage.Unreachable, "unreachable", "Older than 24 hours", "warn")]
    [InlineData(Coverage.Failed, "failed", "Failed", "bad")]
    public void Word_OfEachState_IsTheContracts(Coverage coverage, string word, string label, string tone)
    {
        var text = Of(Whole with { Coverage = coverage });

        Assert.Equal((word, label, tone), (text.Word, text.Label, text.Tone));
    }

    [Fact]
    public void Word_OfAListThatCannotBeScrolledToItsEnd_IsPartial() =>
        Assert.Equal("partial", CoverageText.From(Whole, InstantFormat.Utc, isSearch: false, capacity: 12_000).Word);

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, "0 events")]
    [InlineData(1, "1 event")]
    [InlineData(12_408, "12,408 events")]
    public void Total_OfAList_CountsEvents(int? total, string? text) => Assert.Equal(text, Of(Whole with { Total = total }).Total);

    [Theory]
    [InlineData(1, false, "1 match so far")]
    [InlineData(37, false, "37 matches so far")]
    [InlineData(37, true, "37 matches")]
    public void Total_OfAScan_CountsMatches(int total, bool isDone, string text) =>
        Assert.Equal(text, Of(Whole with { Total = total, Scan = new(250, 500, false, isDone) }).Total);

    [Fact]
    public void Range_OfTheDefault_BeginsAtTheHorizonAndEndsNow()
    {
        var text = Of(Whole);

        Assert.Equal("Nov 22 10:52:11 – Nov 23 10:52:11 UTC", text.Range);
        Assert.Null(text.Reachable);
        Assert.Equal("as of 10:52:11 UTC", text.AsOf);
    }

    [Fact]
    public void Range_ThatBeginsBeforeTheHorizon_SaysWhatCanBeReached()
    {
        var text = Of(Whole with { Coverage = Coverage.Partial, From = Now.AddDays(-3), To = Now.AddHours(-1) });

        Assert.Equal("Nov 20 10:52:11 – Nov 23 09:52:11 UTC", text.Range);
        Assert.Equal("available from Nov 22 10:52:11 UTC", text.Reachable);
    }

    [Fact]
    public void Range_OfASession_ReachesAsFarAsTelnyxKeeps() =>
        Assert.Equal("everything Telnyx keeps, until Nov 23 10:52:11 UTC", Of(Whole with { Horizon = null }).Range);

    [Theory]
    [InlineData(0, 500, 0.0)]
    [InlineData(250, 500, 0.5)]
    [InlineData(600, 500, 1.0)]
    [InlineData(600, null, null)]
    public void Share_OfAScan_IsWhatWasRead(int read, int? all, double? share) =>
        Assert.Equal(share, Of(Whole with { Coverage = Coverage.Reading, Scan = new(read, all, false, false) }).Share);

    private static CoverageText Of(FeedStatus status) => CoverageText.From(status, InstantFormat.Utc, isSearch: false, int.MaxValue);
}
