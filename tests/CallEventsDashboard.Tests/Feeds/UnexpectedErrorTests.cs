using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>An error that nobody foresaw, in each kind of work that a list does: it is in the log and in the status, under one id, and trying again helps.</summary>
public sealed class UnexpectedErrorTests : IDisposable
{
    private const int Rows = 2000;

    // As an exception of a library may have it.
    private static readonly InvalidOperationException Broken = new("GET https://api.telnyx.com/v2/call_events?filter[from]=%2B15550100123 broke an assumption.");

    private readonly FeedFixture _fixture = new(new SandboxOptions { Events = Rows, LiveRate = 0.2 });

    [Fact]
    public async Task Opening_ThatMeetsAnError_FailsWithItsIdAndOpensWhenTriedAgain()
    {
        _fixture.Wire.Failure = Broken;
        var feed = _fixture.Open();
        var status = await FailedAsync(feed);
        Assert.Equal((Coverage.Failed, 0), (status.Coverage, status.RowCount));

        Mend(feed);
        await _fixture.UntilAsync(feed, now => now.Coverage is Coverage.Complete && feed.Row(0) is not null);
        Assert.Null(feed.Status.Failure);
    }

    [Fact]
    public async Task Reading_ThatMeetsAnError_KeepsItsRowsAndReadsOnWhenTriedAgain()
    {
        var feed = await SettledAsync();
        var first = feed.Row(0);
        _fixture.Wire.Failure = Broken;
        feed.Want(Rows / 2, 50);
        await FailedAsync(feed);
        Assert.Same(first, feed.Row(0));

        Mend(feed);
        await _fixture.UntilAsync(() => feed.Row(Rows / 2) is not null);
        Assert.Null(feed.Status.Failure);
    }

    [Fact]
    public async Task Poll_ThatMeetsAnError_SaysSoWhileRowsAreReadAndPollsAgainWhenTriedAgain()
    {
        var feed = await SettledAsync();
        feed.IsWatching = true;
        _fixture.Wire.Failure = Broken;
        await FailedAsync(feed);

        _fixture.Wire.Failure = null;
        feed.Want(Rows / 2, 50);
        await _fixture.UntilAsync(() => feed.Row(Rows / 2) is not null);
        Assert.NotNull(feed.Status.Failure);
        feed.Retry();
        Assert.Null(feed.Status.Failure);
        await _fixture.UntilAsync(feed, now => now.Newer > 0);
    }

    [Fact]
    public async Task Search_ThatMeetsAnError_FindsNothingSaysSoAndFindsWhenTriedAgain()
    {
        var token = TestContext.Current.CancellationToken;
        var page = await _fixture.RunAsync(_fixture.Client.ListAsync(FeedFixture.Key, CallEventFilter.None, new PageRequest(4, 250), null, token));
        var feed = await SettledAsync();
        var wanted = page.Events[100].Fingerprint;
        _fixture.Wire.Failure = Broken;
        Assert.Null(await _fixture.RunAsync(feed.FindAsync(wanted, token)));
        await FailedAsync(feed);

        Mend(feed);
        var index = await _fixture.RunAsync(feed.FindAsync(wanted, token));
        Assert.Equal(wanted, feed.Row(index!.Value)?.Fingerprint);
    }

    [Fact]
    public async Task Count_ThatMeetsAnError_TellsNoNumberSaysSoAndCountsWhenTriedAgain()
    {
        var feed = await SettledAsync();
        _fixture.Wire.Failure = Broken;
        Assert.All(await CountAsync(feed), count => Assert.Null(count.Count));
        await FailedAsync(feed);

        Mend(feed);
        Assert.Contains(await CountAsync(feed), count => count.Count > 0);
    }

    [Fact]
    public async Task Session_ThatMeetsAnError_SaysSoAndIsReadWhenTriedAgain()
    {
        var id = _fixture.Api.Events()[0].SessionId.ToString()!;
        _fixture.Wire.Failure = Broken;
        using var session = _fixture.OpenSession(id);
        await _fixture.UntilAsync(() => session.Status.Failure is not null);
        Assert.Equal(Assert.Single(_fixture.Recorded.Ids), session.Status.Failure!.ErrorId);

        _fixture.Wire.Failure = null;
        session.Retry();
        await _fixture.UntilAsync(() => session.IsWhole);
        Assert.NotEmpty(session.Events);
    }

    [Fact]
    public async Task Sessions_OfAListThatMetAnError_SaySoAndAreGroupedWhenTriedAgain()
    {
        _fixture.Wire.Failure = Broken;
        var feed = _fixture.Open();
        var scan = new SessionScan(feed, pages: 40);
        await FailedAsync(feed);
        scan.Advance();
        Assert.Equal(_fixture.Recorded.Ids[^1], scan.Status.Failure?.ErrorId);

        _fixture.Wire.Failure = null;
        scan.Retry();
        await _fixture.UntilAsync(() =>
        {
            scan.Advance();
            return scan.Sessions.Count > 0;
        });
        Assert.Null(scan.Status.Failure);
    }

    [Fact]
    public async Task Viewer_ThatThrows_IsInTheLogAndKeepsNeitherTheListNorOthersFromBeingRead()
    {
        var feed = _fixture.Open();
        feed.Changed += () => throw Broken;
        await _fixture.UntilAsync(feed, now => now.Coverage is Coverage.Complete && feed.Row(0) is not null);

        Assert.NotEmpty(_fixture.Recorded.Ids);
        Assert.Null(feed.Status.Failure);
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<CallEventFeed> SettledAsync()
    {
        var feed = _fixture.Open();
        await _fixture.SettleAsync(feed);
        return feed;
    }

    private async Task<FeedStatus> FailedAsync(CallEventFeed feed)
    {
        var status = await _fixture.UntilAsync(feed, now => now.Failure is not null);
        Assert.Contains(status.Failure!.ErrorId, _fixture.Recorded.Ids);
        Assert.All(_fixture.Recorded.Lines, line => Assert.DoesNotContain("5550100123", line, StringComparison.Ordinal));
        return status;
    }

    private void Mend(CallEventFeed feed)
    {
        _fixture.Wire.Failure = null;
        FeedFixture.Retry(feed);
    }

    private Task<List<ValueCount>> CountAsync(CallEventFeed feed)
    {
        return _fixture.RunAsync(CollectAsync());

        async Task<List<ValueCount>> CollectAsync()
        {
            var counts = new List<ValueCount>();
            await foreach (var count in feed.CountAsync(FilterCatalogue.EventName, new CountOrder(["", "call.hangup"]), TestContext.Current.CancellationToken))
                counts.Add(count);
            return counts;
        }
    }
}
