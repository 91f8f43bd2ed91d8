using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Answers that are larger than is read at once: they are asked for with fewer rows, until they fit or only one row is left.</summary>
public sealed class LargePageTests : IDisposable
{
    private const int Rows = 300;
    private const int LargeRecord = 60_000;
    private const int AboveTheLimit = 5 * 1024 * 1024;
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder> Orders() => new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>());

    public static MatrixTheoryData<int, string?> Moments() => new(Enumerable.Range(7, 3), [null, "call_event"]);

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task List_PagesTooLarge_IsReadInSmallerOnes(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(new SandboxOptions { Events = Rows, Order = service, RecordBytes = LargeRecord });
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        _fixture.AssertWhole(rows, view);
        Assert.Equal((Coverage.Complete, Rows), (feed.Status.Coverage, feed.Status.Total));
        // 250 and 125 are too many; the 62 that fit are remembered.
        Assert.InRange(feed.RequestLog.Count(entry => entry.Error is not null), 1, 3);
        Assert.InRange(feed.RequestLog.Count, 5, 16);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Scan_PagesTooLarge_IsReadInSmallerOnes(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(new SandboxOptions { Events = Rows, Order = service, RecordBytes = LargeRecord });
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view, Search = "call_event" });

        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), view);
        Assert.Equal((Coverage.Complete, Rows), (feed.Status.Coverage, feed.Status.Total));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task List_OneRecordTooLarge_SaysSoAtItsPlaceAndHasAllOthers(Sandbox.ServiceOrder service, EventOrder view)
    {
        StartWithOneTooLarge(service);
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        var all = _fixture.Reachable();
        Assert.Equal(all.Count, feed.Status.Total);
        Assert.Equal((0, Coverage.Complete), (feed.Status.Missing, feed.Status.Coverage));
        Assert.Equal(all.Count, rows.Count);
        var oversize = Assert.Single(rows.Index(), row => row.Item.Flaw is RecordFlaw.TooLarge);
        var place = all.FindIndex(row => row.OccurredAt == _fixture.Api.Events()[Place].OccurredAt);
        Assert.InRange(oversize.Index - (view is EventOrder.Oldest ? place : all.Count - 1 - place), -3, 3);
        Assert.InRange(feed.RequestLog.Count, 10, 90);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Scan_OneRecordTooLarge_SaysSoAndHasAllOthers(Sandbox.ServiceOrder service, EventOrder view)
    {
        StartWithOneTooLarge(service);
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view, Search = "call_event" });
        var rows = await _fixture.ReadAllAsync(feed);

        Assert.Equal(_fixture.Reachable().Count, rows.Count);
        Assert.Single(rows, row => row.Flaw is RecordFlaw.TooLarge);
        Assert.Equal(Coverage.Complete, feed.Status.Coverage);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task List_EveryRecordTooLarge_SaysSoAndEnds(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(new SandboxOptions { Events = 6, Order = service, RecordBytes = AboveTheLimit });
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });

        var status = await _fixture.UntilAsync(feed, status => status.Failure is not null || status.Coverage is not Coverage.Reading);
        Assert.True(status.Failure?.Error?.IsTooLarge);
    }

    // Seven halvings lead from 250 rows to one: the service is well again after the last but one, after that of one row, or after that of none.
    [Theory]
    [MemberData(nameof(Moments))]
    public async Task List_AnswersTooLargeForAMoment_BlamesNoRecord(int answers, string? search)
    {
        Start(new SandboxOptions { Events = 2 * Rows });
        var feed = _fixture.Open(CallEventQuery.Default with { Search = search });
        await _fixture.UntilAsync(() => feed.Row(0) is not null);
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.TooLarge, Times = answers };
        feed.Want(Rows, 60);
        await _fixture.UntilAsync(feed, status => status.Failure is not null || (status.Coverage is not Coverage.Reading && feed.Row(Rows) is not null));
        _fixture.Api.Faults = SandboxFaults.None;
        FeedFixture.Retry(feed);
        await _fixture.UntilAsync(feed, status => status is { Failure: null, Coverage: not (Coverage.Reading or Coverage.Failed) });
        var rows = await _fixture.ReadAllAsync(feed);

        Assert.All(rows, row => Assert.Equal(RecordFlaw.None, row.Flaw));
        _fixture.AssertWhole(rows);
    }

    [Fact]
    public async Task List_BodyBreaksOff_IsNotTakenForTooLarge()
    {
        Start(new SandboxOptions { Events = Rows });
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Truncated };
        var feed = _fixture.Open();

        var status = await _fixture.UntilAsync(feed, status => status.Failure is not null);
        Assert.False(status.Failure!.Error!.IsTooLarge);
        Assert.All(feed.RequestLog, entry => Assert.Contains("page[size]=250", entry.Query, StringComparison.Ordinal));
    }

    public void Dispose() => _fixture.Dispose();

    // The account has some rows that are older than a day: the one that is too large is amid the others.
    private const int Place = 200;

    private void StartWithOneTooLarge(Sandbox.ServiceOrder service) => Start(new SandboxOptions
    {
        Events = Rows,
        Order = service,
        RawRecords = [$$"""{"name":"large","event_timestamp":"{time}","text":"{{new string('.', AboveTheLimit)}}"}"""],
        RawEvery = Place,
    });

    private void Start(SandboxOptions options)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(options);
    }
}
