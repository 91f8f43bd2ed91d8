using CallEventsDashboard.Configuration;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds;

public sealed class SessionFeedTests : IDisposable
{
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Session_Opened_ReadsAllItsEventsOldestFirst(Sandbox.ServiceOrder service)
    {
        Start(new SandboxOptions { Events = 2000, Order = service, TiesShuffled = true });
        var session = LongestSession();

        using var feed = _fixture.OpenSession(session.Key);
        await _fixture.UntilAsync(() => feed.IsWhole);

        Assert.Equal(session.Count(), feed.Events.Count);
        _fixture.AssertWhole(feed.Events, EventOrder.Oldest, row => row.SessionId.ToString() == session.Key);
        Assert.False(feed.IsCut);
    }

    [Fact]
    public async Task Session_WhereTheFilterIsIgnored_IsScannedAndGoesOnWhenAsked()
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(
            new SandboxOptions { Events = 2000, IgnoredFilters = new HashSet<string>(StringComparer.Ordinal) { "application_session_id" } }, new FeedOptions { ScanPages = 2 });
        var session = LongestSession();

        using var feed = _fixture.OpenSession(session.Key);
        await _fixture.UntilAsync(() => feed.Status.Scan is { IsStopped: true });
        Assert.False(feed.IsWhole);
        while (!feed.IsWhole)
        {
            feed.Continue();
            await _fixture.UntilAsync(() => feed.IsWhole || feed.Status.Scan is { IsStopped: true });
        }

        _fixture.AssertWhole(feed.Events, EventOrder.Oldest, row => row.SessionId.ToString() == session.Key);
    }

    [Fact]
    public async Task Session_OfManyPages_IsReadToItsEnd()
    {
        Start(new SandboxOptions { Events = 1500 });

        using var feed = _fixture.OpenSession(_fixture.Open(CallEventQuery.Default with { Order = EventOrder.Oldest }));
        await _fixture.UntilAsync(() => feed.IsWhole);

        _fixture.AssertWhole(feed.Events, EventOrder.Oldest);
    }

    [Fact]
    public async Task Session_ThatFails_SaysWhyAndGoesOnWhenTriedAgain()
    {
        Start(new SandboxOptions { Events = 500 });
        var session = LongestSession();
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };

        using var feed = _fixture.OpenSession(session.Key);
        await _fixture.UntilAsync(() => feed.Status.Failure is not null);
        Assert.False(feed.IsWhole);
        _fixture.Api.Faults = SandboxFaults.None;
        feed.Retry();
        await _fixture.UntilAsync(() => feed.IsWhole);

        Assert.Equal(session.Count(), feed.Events.Count);
    }

    [Fact]
    public async Task Session_ThatNobodyKnows_IsWholeAndEmpty()
    {
        Start(new SandboxOptions { Events = 500 });

        using var feed = _fixture.OpenSession("00000000-0000-1000-8000-000000000000");
        await _fixture.UntilAsync(() => feed.IsWhole);

        Assert.Empty(feed.Events);
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(SandboxOptions options)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(options);
    }

    private IGrouping<string, SandboxEvent> LongestSession() => _fixture.Reachable()
        .Where(row => row.SessionId is not null).GroupBy(row => row.SessionId.ToString()!).MaxBy(group => group.Count())!;
}
