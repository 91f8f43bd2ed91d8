using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>A dashboard whose clock is wrong: what a list covers is decided by the service's.</summary>
public sealed class ClockOffsetTests : IDisposable
{
    private const int Rows = 400;
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, int> Cells() => new(Enum.GetValues<Sandbox.ServiceOrder>(), [-600, 600]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_ClockIsWrong_HasAllThatHadArrivedByTheServicesClock(Sandbox.ServiceOrder service, int seconds)
    {
        Start(service, seconds);
        var feed = _fixture.Open();
        var rows = await _fixture.ReadAllAsync(feed);

        _fixture.AssertWhole(rows);
        var status = feed.Status;
        Assert.Equal((Coverage.Complete, Rows), (status.Coverage, status.Total));
        Assert.InRange((_fixture.Time.GetUtcNow() - status.AsOf!.Value).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange((_fixture.Time.GetUtcNow() - CallEventFilter.Horizon - status.Horizon!.Value).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task NewerEvents_ClockIsWrong_AreThoseThatArrivedSinceAndShowWhenReadAgain(Sandbox.ServiceOrder service, int seconds)
    {
        Start(service, seconds);
        var feed = _fixture.Open();
        await _fixture.SettleAsync(feed);
        _fixture.Time.Advance(TimeSpan.FromSeconds(5));
        _fixture.Api.AddNewRows(7);
        feed.IsWatching = true;
        await _fixture.UntilAsync(feed, status => status.Newer == 7);
        feed.IsWatching = false;

        var again = _fixture.Open();
        await _fixture.SettleAsync(again);
        Assert.Equal(Rows + 7, again.Status.Total);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Last_ClockIsWrong_CountsBackFromTheServicesClock(Sandbox.ServiceOrder service, int seconds)
    {
        Start(service, seconds);
        var query = CallEventQuery.Default with { Range = new TimeRange { Last = TimeSpan.FromHours(2) } };
        for (var opening = 0; opening < 2; opening++)
        {
            var feed = _fixture.Open(query);
            var status = await _fixture.UntilAsync(feed, status => status.Coverage is Coverage.Complete && status.RowCount > 0);
            Assert.InRange((_fixture.Time.GetUtcNow().AddHours(-2) - status.From!.Value).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
            await _fixture.ReadAllAsync(feed);
            Assert.Equal(_fixture.Reachable(row => row.OccurredAt >= feed.Status.From).Count, feed.Status.Total);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Clock_JumpsWhileAListIsOpen_ChangesNothing(Sandbox.ServiceOrder service, int seconds)
    {
        Start(service, 0);
        var feed = _fixture.Open();
        await _fixture.SettleAsync(feed);
        _fixture.Local.Offset = TimeSpan.FromSeconds(seconds);
        var rows = await _fixture.ReadAllAsync(feed);
        _fixture.AssertWhole(rows);

        _fixture.Api.AddNewRows(3);
        feed.IsWatching = true;
        await _fixture.UntilAsync(feed, status => status.Newer == 3);
        feed.IsWatching = false;
        Assert.Equal((Coverage.Complete, Rows, 0), (feed.Status.Coverage, feed.Status.Total, feed.Status.Late));
        var again = _fixture.Open();
        await _fixture.SettleAsync(again);
        Assert.Equal(Rows + 3, again.Status.Total);
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(Sandbox.ServiceOrder service, int seconds)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(new SandboxOptions { Events = Rows, Order = service });
        _fixture.Local.Offset = TimeSpan.FromSeconds(seconds);
    }
}
