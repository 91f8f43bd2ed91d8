using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Every fault of the service, met at every moment of a list: it is named, nothing else breaks, and when it clears every row is there once.</summary>
public sealed class FaultMatrixTests : IDisposable
{
    private const int Rows = 1500;
    private static readonly CallEventQuery Webhooks = CallEventQuery.Default with { Type = "webhook" };
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Fault, int> Cells() => new(Enum.GetValues<Fault>().Where(fault => fault is not Fault.None), [1, 2]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task FirstLoad_Fault_IsNamedAndPasses(Fault fault, int seed)
    {
        Start(seed);
        Break(fault);
        var feed = _fixture.Open();
        await AssertNamedAsync(feed, fault);
        Assert.Equal((Coverage.Failed, 0), (feed.Status.Coverage, feed.Status.RowCount));

        await RecoverAsync(feed, fault);
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed));
        Assert.Equal(Coverage.Complete, feed.Status.Coverage);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Scroll_Fault_KeepsTheRowsAndPasses(Fault fault, int seed)
    {
        Start(seed);
        var feed = _fixture.Open();
        await _fixture.UntilAsync(() => feed.Status.Coverage is Coverage.Complete && feed.Row(0) is not null && feed.Row(59) is not null);
        var (first, count) = (feed.Row(0)!.Fingerprint, feed.Status.RowCount);
        Break(fault);
        feed.Want(count / 2, 60);
        await AssertNamedAsync(feed, fault);
        Assert.Equal((Coverage.Complete, count, first), (feed.Status.Coverage, feed.Status.RowCount, feed.Row(0)!.Fingerprint));

        await RecoverAsync(feed, fault);
        await _fixture.UntilAsync(() => Enumerable.Range(count / 2, 60).All(index => feed.Row(index) is not null || feed.IsExpired(index) || feed.IsMissing(index)));
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed));
        Assert.Equal(first, feed.Row(0)!.Fingerprint);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task FilterChange_Fault_IsNamedAndPasses(Fault fault, int seed)
    {
        Start(seed);
        var before = _fixture.Open();
        await _fixture.UntilAsync(() => before.Row(0) is not null);
        Break(fault);
        before.Dispose();
        var feed = _fixture.Open(Webhooks);
        await AssertNamedAsync(feed, fault);

        await RecoverAsync(feed, fault);
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), matches: row => row.Type != "command");
        Assert.Equal(AppliedBy.Api, feed.Status.AppliedBy["type"]);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task OpenEventLink_Fault_IsNamedAndTheEventFoundAfterwards(Fault fault, int seed)
    {
        Start(seed);
        var pages = await _fixture.Client.ListAsync(
            FeedFixture.Key, CallEventFilter.None with { Type = "webhook" }, new PageRequest(2, 130), null, TestContext.Current.CancellationToken);
        var wanted = pages.Events[65].Fingerprint;
        var feed = _fixture.Open();
        await _fixture.UntilAsync(() => feed.Status.Coverage is Coverage.Complete && feed.Row(0) is not null && feed.Row(59) is not null);
        Break(fault);
        var found = feed.FindAsync(wanted, TestContext.Current.CancellationToken);

        // What Telnyx asks to wait for is waited for: the search ends after the wait.
        if (fault is Fault.RateLimited)
            await _fixture.UntilAsync(() => found.IsCompleted || feed.Status.Failure is not null);
        else
            await _fixture.RunAsync(found);
        if (!found.IsCompleted || await found is null)
            await AssertNamedAsync(feed, fault);

        await RecoverAsync(feed, fault);
        await _fixture.RunAsync(found);
        var index = await _fixture.RunAsync(feed.FindAsync(wanted, TestContext.Current.CancellationToken));
        Assert.NotNull(index);
        Assert.Equal(wanted, feed.Row(index.Value)?.Fingerprint);
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed));
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(int seed)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(new SandboxOptions { Events = Rows, Seed = seed, Order = (Sandbox.ServiceOrder)(seed % 2), Shape = (RecordShape)(seed % 3), TiesShuffled = true });
    }

    private void Break(Fault fault)
    {
        _fixture.Time.PassesAttemptTimeouts = fault is Fault.Hung or Fault.Slow;
        _fixture.Api.Faults = new SandboxFaults { Fault = fault, LimitHeader = LimitHeader.ResetSeconds, RetryAfter = "7" };
    }

    private async Task AssertNamedAsync(CallEventFeed feed, Fault fault)
    {
        var (error, isTriedAgain) = Meaning(fault);
        var status = await _fixture.UntilAsync(feed, status => status.Failure is not null);
        Assert.Equal(error, status.Failure!.Error!.Error);
        Assert.NotEmpty(FailureText.From(status.Failure).WayOut);
        Assert.Equal(isTriedAgain ? [2, 3] : [], _fixture.Retries.Select(retry => retry.Next).Distinct().Order());
        Assert.All(_fixture.Retries, retry => Assert.Equal((3, error), (retry.Of, retry.Reason.Error)));
    }

    // A rate limit clears itself when the wait ends; everything else takes a person's "Try again".
    private async Task RecoverAsync(CallEventFeed feed, Fault fault)
    {
        await _fixture.UntilAsync(() => !_fixture.Time.HasAttempts && (fault is Fault.RateLimited || !_fixture.Time.HasWaits));
        _fixture.Time.PassesAttemptTimeouts = false;
        _fixture.Api.Faults = SandboxFaults.None;
        if (fault is not Fault.RateLimited)
            FeedFixture.Retry(feed);
        await _fixture.UntilAsync(feed, status => status is { Failure: null, Coverage: not (Coverage.Reading or Coverage.Failed) });
    }

    private static (TelnyxError Error, bool IsTriedAgain) Meaning(Fault fault) => fault switch
    {
        Fault.Unauthorized => (TelnyxError.Unauthorized, false),
        Fault.Forbidden => (TelnyxError.Forbidden, false),
        Fault.InvalidFilter => (TelnyxError.InvalidRequest, false),
        Fault.RateLimited => (TelnyxError.RateLimited, false),
        Fault.NotFound or Fault.Redirect => (TelnyxError.Unavailable, false),
        Fault.ServerError or Fault.BadGatewayHtml or Fault.Reset => (TelnyxError.Unavailable, true),
        Fault.Slow or Fault.Hung => (TelnyxError.Timeout, true),
        Fault.Empty or Fault.Truncated => (TelnyxError.Unreadable, true),
        _ => (TelnyxError.Unreadable, false),
    };
}
