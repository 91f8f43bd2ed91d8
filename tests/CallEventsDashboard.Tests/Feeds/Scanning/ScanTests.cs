using System.Collections.Frozen;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>Filters that the service ignores, and a search: the dashboard reads and compares every row itself.</summary>
public sealed class ScanTests : IDisposable
{
    private const int Rows = 1600;
    private const int PagesInAll = 7;
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, string> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [FilterNames.Name, FilterNames.ConnectionId, FilterNames.Type]);

    [Fact]
    public async Task CallsThatFailed_AreLookedForByTheDashboardAmongTheHangups()
    {
        Start(Sandbox.ServiceOrder.Ascending, FilterNames.ConnectionId);
        var feed = _fixture.Open(CallEventQuery.Default with { Name = "call.hangup", CallFailed = true });
        var rows = await _fixture.ReadAllAsync(feed);

        var hangups = await _fixture.ReadAllAsync(_fixture.Open(CallEventQuery.Default with { Name = "call.hangup" }));
        Assert.Equal(hangups.Where(CallFailure.IsReported).Select(RowKey.Of), rows.Select(RowKey.Of));
        Assert.InRange(rows.Count, 1, hangups.Count - 1);
        Assert.Equal((Coverage.Complete, AppliedBy.Api, AppliedBy.Dashboard), (feed.Status.Coverage, feed.Status.AppliedBy["name"], feed.Status.AppliedBy["call_failed"]));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Filter_ThatTheServiceIgnores_IsAppliedByTheDashboard(Sandbox.ServiceOrder service, EventOrder view, string ignored)
    {
        Start(service, ignored);
        var sample = _fixture.Reachable()[Rows / 2];
        var query = CallEventQuery.Default with { Order = view };
        var (asked, matches) = ignored switch
        {
            FilterNames.Name => (query with { Name = "call.hangup" }, (Func<SandboxEvent, bool>)(row => row.Name == "call.hangup")),
            FilterNames.ConnectionId => (query with { ConnectionId = sample.ConnectionId }, row => row.ConnectionId == sample.ConnectionId),
            _ => (query with { Type = "command" }, row => row.Type == "command"),
        };
        var feed = _fixture.Open(asked);
        var rows = await _fixture.ReadAllAsync(feed);

        // A row that does not carry the field can't tell, and stays.
        var silent = rows.Where(row => ignored == FilterNames.ConnectionId && row.ConnectionId is null).Select(RowKey.Of).ToHashSet();
        _fixture.AssertWhole(rows, view, row => matches(row) || silent.Contains(RowKey.Of(row)));
        Assert.Equal(AppliedBy.Dashboard, feed.Status.AppliedBy[ignored]);
        Assert.Equal((Coverage.Complete, rows.Count, silent.Count), (feed.Status.Coverage, feed.Status.Total + feed.Status.CannotTell, feed.Status.CannotTell));
        Assert.InRange(_fixture.Api.RequestCount, PagesInAll, PagesInAll + 3);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Scan_AtItsBudget_StopsIsPartialAndGoesOnWhenAsked(Sandbox.ServiceOrder service)
    {
        Start(service, FilterNames.Name, pages: 3);
        var feed = _fixture.Open(CallEventQuery.Default with { Name = "call.hangup" });
        var stopped = await _fixture.UntilAsync(feed, status => status.Scan is { IsStopped: true });
        Assert.Equal((Coverage.Partial, stopped.RowCount), (stopped.Coverage, stopped.Total));
        Assert.InRange(stopped.Scan!.RowsRead, 500, 750);
        var requests = _fixture.Api.RequestCount;

        feed.Continue();
        stopped = await _fixture.UntilAsync(feed, status => status.Scan is { IsStopped: true } && _fixture.Api.RequestCount >= requests + 3);
        Assert.Equal(Coverage.Partial, stopped.Coverage);
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), matches: row => row.Name == "call.hangup");
        Assert.Equal(Coverage.Complete, feed.Status.Coverage);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest, false)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest, true)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest, false)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest, true)]
    public async Task Scan_ThatGoesOnWhenRowsHaveExpired_SaysHowMany(Sandbox.ServiceOrder service, EventOrder view, bool isRanged)
    {
        Start(service, FilterNames.Name, pages: 3);
        var (there, now) = (_fixture.Reachable(), _fixture.Time.GetUtcNow());
        var query = CallEventQuery.Default with { Name = "call.hangup", Order = view };
        if (isRanged)
            query = query with { Range = new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, now - TimeSpan.FromHours(4)) } };
        var feed = _fixture.Open(query);
        await _fixture.UntilAsync(feed, status => status.Scan is { IsStopped: true } or { IsDone: true });
        _fixture.Time.Advance(TimeSpan.FromHours(15));
        var rows = await _fixture.ReadAllAsync(feed);

        // The last hours of the account are read before.
        var gone = isRanged ? 0 : there.Count(row => row.OccurredAt <= _fixture.Time.GetUtcNow() - CallEventFilter.Horizon);
        Assert.Equal((gone, isRanged ? Coverage.Complete : Coverage.Partial), (feed.Status.Expired, feed.Status.Coverage));
        Assert.Equal(isRanged, gone == 0);
        Assert.Equal(there.Count(row => row.Name == "call.hangup" && (isRanged ? row.OccurredAt >= now - TimeSpan.FromHours(4) : row.OccurredAt > _fixture.Time.GetUtcNow() - CallEventFilter.Horizon)), rows.Count);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task Search_ForALeg_FindsItsRows(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(service);
        var leg = _fixture.Reachable()[Rows / 2].LegId ?? _fixture.Reachable().First(row => row.LegId is not null).LegId;
        var feed = _fixture.Open(CallEventQuery.Default with { Search = leg.ToString(), Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        Assert.True(rows.Count(row => row.LegId == leg.ToString()) >= _fixture.Reachable(row => row.LegId == leg).Count);
        Assert.All(rows, row => Assert.Contains(leg.ToString()!, System.Text.Encoding.UTF8.GetString(row.Raw.Span), StringComparison.Ordinal));
        Assert.Equal(AppliedBy.Dashboard, feed.Status.AppliedBy["q"]);
        Assert.Equal(Coverage.Complete, feed.Status.Coverage);
    }

    [Fact]
    public async Task Scan_ThatFailsInTheMiddle_KeepsItsMatchesAndGoesOn()
    {
        Start(Sandbox.ServiceOrder.Descending, FilterNames.Name, pages: 3);
        var feed = _fixture.Open(CallEventQuery.Default with { Name = "call.hangup" });
        var stopped = await _fixture.UntilAsync(feed, status => status.Scan is { IsStopped: true });
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };
        feed.Continue();
        var failed = await _fixture.UntilAsync(feed, status => status.Failure is not null);
        Assert.Equal((Coverage.Partial, stopped.Total), (failed.Coverage, failed.Total));

        _fixture.Api.Faults = SandboxFaults.None;
        feed.Retry();
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), matches: row => row.Name == "call.hangup");
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(Sandbox.ServiceOrder service, string? ignored = null, int pages = 40)
    {
        _fixture.Dispose();
        var filters = ignored is null ? FrozenSet<string>.Empty : new[] { ignored }.ToFrozenSet(StringComparer.Ordinal);
        _fixture = new FeedFixture(new SandboxOptions { Events = Rows, Order = service, IgnoredFilters = filters }, new FeedOptions { ScanPages = pages });
    }
}
