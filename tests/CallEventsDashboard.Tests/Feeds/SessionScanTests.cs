using System.Collections.Frozen;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

public sealed class SessionScanTests : IDisposable
{
    private const int Rows = 1600;
    private const int Page = 250;
    private readonly List<string> _places = [];
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });
    private int _pages = 40;

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, string> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), ["calm", "ties", "busy", "no totals", "ignored filter"]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task EveryEventOfTheList_IsInOneSessionOrCountedWithoutOne(Sandbox.ServiceOrder service, EventOrder view, string trait)
    {
        Start(new SandboxOptions { Events = Rows, Order = service, Seed = 7 } switch
        {
            var options when trait == "ties" => options with { TiesShuffled = true, Shape = RecordShape.Field },
            var options when trait == "busy" => options with { LiveRate = 2, Lag = TimeSpan.FromSeconds(20) },
            var options when trait == "no totals" => options with { Totals = false, Shape = RecordShape.Mixed },
            var options when trait == "ignored filter" => options with { IgnoredFilters = new[] { FilterNames.Type }.ToFrozenSet(StringComparer.Ordinal) },
            var options => options,
        });
        var scan = Group(CallEventQuery.Default with { Order = view, Type = trait == "ignored filter" ? "command" : null });
        await ReadToEndAsync(scan);

        AssertGrouped(scan);
        Assert.Equal((Coverage.Complete, (int?)scan.Sessions.Count), (scan.Status.Coverage, scan.Status.Total));
    }

    [Theory]
    [InlineData(EventOrder.Newest)]
    [InlineData(EventOrder.Oldest)]
    public async Task Sessions_AreThoseOfTheAccount(EventOrder view)
    {
        Start(new SandboxOptions { Events = Rows });
        var scan = Group(CallEventQuery.Default with { Order = view });
        await ReadToEndAsync(scan);

        var there = _fixture.Reachable();
        var truth = there.Where(row => row.SessionId is not null).CountBy(row => row.SessionId.ToString()!).ToDictionary();
        Assert.Equal(Sorted(truth), Sorted(scan.Sessions.Select(session => KeyValuePair.Create(session.SessionId, session.Matches))));
        Assert.Equal(there.Count(row => row.SessionId is null), scan.Sessionless);
    }

    [Fact]
    public async Task Scan_AtItsBudget_StopsIsPartialAndGoesOnWhenAsked()
    {
        Start(new SandboxOptions { Events = 3 * Rows, Order = Sandbox.ServiceOrder.Descending }, pages: 2);
        var scan = Group(CallEventQuery.Default);
        await UntilAsync(scan, () => scan.IsStopped);

        Assert.Equal(2 * Page, scan.Sessions.Concat(scan.Waiting).Sum(session => session.Matches) + scan.Sessionless);
        Assert.Equal((Coverage.Partial, 2 * Page, true, false), (scan.Status.Coverage, scan.Status.Scan!.RowsRead, scan.Status.Scan.IsStopped, scan.Status.Scan.IsDone));
        scan.Want(0, 10_000);
        await UntilAsync(scan, () => scan.IsStopped);
        // Two pages of the budget, and what was on its way ahead of them.
        Assert.InRange(_fixture.Api.RequestCount, 2, 6);

        while (!scan.IsDone)
        {
            scan.Continue();
            await UntilAsync(scan, () => scan.IsDone || scan.IsStopped);
        }

        AssertGrouped(scan);
    }

    [Fact]
    public async Task Session_ThatBeganBeforeWhatIsRead_WaitsAndTakesThePlaceOfItsStart()
    {
        Start(new SandboxOptions { Events = 3 * Rows, Order = Sandbox.ServiceOrder.Descending }, pages: 2);
        var scan = Group(CallEventQuery.Default);
        await UntilAsync(scan, () => scan.IsStopped);
        var starts = _fixture.Api.Events().Where(row => row.SessionId is not null).GroupBy(row => row.SessionId.ToString()!).ToDictionary(group => group.Key, group => group.Min(row => row.OccurredAt));
        var waiting = scan.Waiting.Select(session => session.SessionId).ToList();

        Assert.NotEmpty(waiting);
        Assert.Equal(scan.Sessions.Select(session => (DateTimeOffset?)starts[session.SessionId]), scan.Sessions.Select(session => session.Oldest));
        Assert.All(waiting, id => Assert.True(starts[id] < scan.Sessions[^1].Oldest));
        scan.Continue();
        await UntilAsync(scan, () => scan.IsStopped || scan.IsDone);
        Assert.Subset(scan.Sessions.Concat(scan.Waiting).Select(session => session.SessionId).ToHashSet(), waiting.ToHashSet());
        Assert.Contains(scan.Sessions, session => waiting.Contains(session.SessionId));
    }

    [Fact]
    public async Task Sessions_OfAFilteredList_StandWhereTheirIdsSayThatTheyBegan()
    {
        Start(new SandboxOptions { Events = Rows });
        var scan = Group(CallEventQuery.Default with { Name = "call.hangup" });
        await ReadToEndAsync(scan);

        var begun = scan.Sessions.Select(session => UuidTime.CreatedAt(session.SessionId)).ToList();
        Assert.NotEmpty(begun);
        Assert.Equal(begun.OrderDescending(), begun);
        Assert.NotEqual(scan.Sessions.OrderByDescending(session => session.Latest), scan.Sessions);
    }

    [Fact]
    public async Task Failure_InTheMiddle_KeepsTheSessionsAndGoesOn()
    {
        Start(new SandboxOptions { Events = Rows, Order = Sandbox.ServiceOrder.Descending }, pages: 2);
        var scan = Group(CallEventQuery.Default);
        await UntilAsync(scan, () => scan.IsStopped);
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };
        scan.Continue();
        scan.Want(0, 10_000);
        await UntilAsync(scan, () => scan.Status.Failure is not null);
        Assert.Equal((Coverage.Partial, (int?)_places.Count), (scan.Status.Coverage, scan.Status.Total));

        _fixture.Api.Faults = SandboxFaults.None;
        scan.Feed.Retry();
        while (!scan.IsDone)
        {
            scan.Continue();
            await UntilAsync(scan, () => scan.IsDone || scan.IsStopped);
        }

        AssertGrouped(scan);
    }

    [Fact]
    public async Task Row_CountedButNeverListed_IsReadPastAndCountedOnceItIsListed()
    {
        Start(new SandboxOptions { Events = Rows });
        var hidden = _fixture.Api.Events().Last(row => row.SessionId is not null && row.OccurredAt < _fixture.Time.GetUtcNow().AddHours(-6));
        _fixture.Wire.Rewrite = (body, _) =>
        {
            var rows = body["data"]!.AsArray();
            foreach (var row in rows.Where(row => RowKey.Of(FeedRows.Record(row!.ToJsonString())) == RowKey.Of(hidden)).ToList())
                rows.Remove(row);
        };
        var scan = Group(CallEventQuery.Default);
        await ReadToEndAsync(scan);
        var matches = scan.Sessions.Single(session => session.SessionId == hidden.SessionId.ToString()).Matches;
        Assert.Equal((Coverage.Partial, 1), (scan.Status.Coverage, scan.Status.Missing));

        _fixture.Wire.Rewrite = null;
        scan.Retry();
        await UntilAsync(scan, () => scan.IsDone && scan.Status.Missing == 0);
        Assert.Equal(matches + 1, scan.Sessions.Single(session => session.SessionId == hidden.SessionId.ToString()).Matches);
        AssertGrouped(scan);
    }

    [Fact]
    public async Task Find_OfASessionFurtherDown_ReadsOnUntilItIsMet()
    {
        Start(new SandboxOptions { Events = Rows });
        var whole = Group(CallEventQuery.Default);
        await ReadToEndAsync(whole);
        var wanted = whole.Sessions[^5].SessionId;

        var scan = Group(CallEventQuery.Default);
        Assert.Equal(whole.Sessions.Count - 5, await _fixture.RunAsync(scan.FindAsync(wanted, TestContext.Current.CancellationToken)));
        Assert.Null(await _fixture.RunAsync(scan.FindAsync("nobody", TestContext.Current.CancellationToken)));
        Assert.True(scan.IsDone);
    }

    [Fact]
    public async Task Find_OfASession_ReadsAScreenBehindItThatTheViewCanStandOn()
    {
        Start(new SandboxOptions { Events = 4 * Rows, Order = Sandbox.ServiceOrder.Descending });
        var whole = Group(CallEventQuery.Default);
        await ReadToEndAsync(whole);

        for (var index = 10; index < 40; index++)
        {
            var scan = Group(CallEventQuery.Default);
            Assert.Equal(index, await _fixture.RunAsync(scan.FindAsync(whole.Sessions[index].SessionId, TestContext.Current.CancellationToken)));
            Assert.InRange(scan.Sessions.Count, index + 40, whole.Sessions.Count - 1);
        }
    }

    [Fact]
    public async Task Find_WhileTelnyxAsksToWait_GoesOnAfterTheWait()
    {
        Start(new SandboxOptions { Events = Rows });
        var whole = Group(CallEventQuery.Default);
        await ReadToEndAsync(whole);
        var scan = Group(CallEventQuery.Default);
        await UntilAsync(scan, () => scan.Sessions.Count > 0);

        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 1, RetryAfter = "30" };
        Assert.Equal(whole.Sessions.Count - 5, await _fixture.RunAsync(scan.FindAsync(whole.Sessions[^5].SessionId, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Scan_OfAListThatIsReadAgain_HasTheBudgetsThatWereGranted()
    {
        Start(new SandboxOptions { Events = 3 * Rows, Order = Sandbox.ServiceOrder.Descending }, pages: 2);
        var scan = Group(CallEventQuery.Default);
        await UntilAsync(scan, () => scan.IsStopped);
        scan.Continue();
        await UntilAsync(scan, () => scan.IsStopped);
        var last = scan.Sessions[^1].SessionId;

        var again = new SessionScan(_fixture.Open(CallEventQuery.Default), _pages, scan.Budgets);

        Assert.Equal(scan.Sessions.Count - 1, await _fixture.RunAsync(again.FindAsync(last, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Range_OutOfReach_HasNoSessionAndAsksNothing()
    {
        Start(new SandboxOptions { Events = Rows });
        var scan = Group(CallEventQuery.Default with { Range = new TimeRange { Upper = new(Telnyx.TimeComparison.Before, _fixture.Time.GetUtcNow().AddDays(-3)) } });
        scan.Advance();

        Assert.Equal((Coverage.Unreachable, (int?)0, 0), (scan.Status.Coverage, scan.Status.Total, _fixture.Api.RequestCount));
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(SandboxOptions options, int pages = 40)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(options, new FeedOptions { ScanPages = pages });
        _pages = pages;
    }

    private SessionScan Group(CallEventQuery query)
    {
        _places.Clear();
        return new SessionScan(_fixture.Open(query), _pages);
    }

    private Task ReadToEndAsync(SessionScan scan) => UntilAsync(scan, () => scan.IsDone);

    /// <summary>Advances whenever there is news; a session that has its place never stands elsewhere.</summary>
    private Task UntilAsync(SessionScan scan, Func<bool> isSo) => _fixture.UntilAsync(() =>
    {
        scan.Advance();
        // Where the service turns out to ignore a filter, the list itself begins again.
        if (scan.Sessions.Count < _places.Count)
            _places.Clear();
        for (var place = 0; place < scan.Sessions.Count; place++)
        {
            if (place == _places.Count)
                _places.Add(scan.Sessions[place].SessionId);
            Assert.Equal(_places[place], scan.Sessions[place].SessionId);
        }

        return isSo();
    });

    /// <summary>Fails unless the rows of the list, which have their own tests, are all counted, each session where it began.</summary>
    private static void AssertGrouped(SessionScan scan)
    {
        var rows = Enumerable.Range(0, scan.Feed.Status.RowCount).Select(scan.Feed.Row).ToList();
        Assert.DoesNotContain(null, rows);
        var ofSessions = rows.Where(row => row!.SessionId is { Length: > 0 }).GroupBy(row => row!.SessionId!, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(Sorted(ofSessions), Sorted(scan.Sessions.Select(session => KeyValuePair.Create(session.SessionId, session.Matches))));
        Assert.Equal(rows.Count, scan.Sessions.Sum(session => session.Matches) + scan.Sessionless);
        // Rows that come in against the order of the view are met in another one, and keep the places that they got then.
        if (scan.Feed.Status.Scan is not null)
            return;
        if (scan.Order is SessionOrder.OldestStart)
            Assert.Equal(ofSessions.Keys, scan.Sessions.Select(session => session.SessionId));
        else
            Assert.Equal(scan.Sessions.Select(session => session.Oldest).OrderDescending(), scan.Sessions.Select(session => session.Oldest));
    }

    private static IEnumerable<KeyValuePair<string, int>> Sorted(IEnumerable<KeyValuePair<string, int>> sessions) => sessions.OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
