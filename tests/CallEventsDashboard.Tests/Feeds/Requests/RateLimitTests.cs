using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>When Telnyx asks one tab to wait, every tab of that key waits, says so, and goes on by itself.</summary>
public class RateLimitTests
{
    private static readonly SandboxOptions Account = new() { Events = 5000, Latency = TimeSpan.FromMilliseconds(100) };
    private static readonly CallEventQuery Failed = CallEventQuery.Default with { Type = "command" };

    public static TheoryData<LimitHeader, bool> Forms()
    {
        var forms = new TheoryData<LimitHeader, bool>();
        foreach (var form in Enum.GetValues<LimitHeader>())
        {
            forms.Add(form, true);
            forms.Add(form, false);
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task TooMany_ForOneList_PausesAllOfTheKeyAndNoneOfAnother(LimitHeader form, bool whileOpening)
    {
        using var tabs = new FeedTabs(Account);
        using var one = tabs.Open();
        using var other = tabs.Open(Failed);
        using var stranger = tabs.Open(key: "B");
        if (!whileOpening)
        {
            one.Want(0, 60);
            await tabs.UntilAsync(() => FeedTabs.Shows(one, 0, 60));
            await tabs.RunAsync(TimeSpan.FromSeconds(1));
        }

        var (starts, ends) = (0, 0);
        other.Changed += () => _ = other.Status.WaitUntil is null ? ends++ : starts++;
        tabs.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 1, LimitHeader = form, RetryAfter = "7" };
        one.Want(3000, 60);
        await tabs.UntilAsync(() => one.Status.WaitUntil is not null && one.Status.Failure is not null);

        Assert.Equal(one.Status.WaitUntil, other.Status.WaitUntil);
        Assert.Null(stranger.Status.WaitUntil);
        Assert.Equal(Telnyx.TelnyxError.RateLimited, one.Status.Failure?.Error?.Error);
        Assert.True(starts > 0);
        var (paused, until) = (tabs.Time.GetUtcNow(), one.Status.WaitUntil!.Value);
        // A refusal that does not say how long to wait means the rest of the minute.
        if (form is LimitHeader.None)
            Assert.InRange((until.Second, until - paused), (0, TimeSpan.Zero), (0, TimeSpan.FromMinutes(1)));
        else
            Assert.InRange(until - paused, TimeSpan.FromSeconds(4.8), TimeSpan.FromSeconds(7));
        other.Want(0, 60);
        one.Want(1000, 60);
        one.Retry();
        stranger.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(one, 1000, 60) && FeedTabs.Shows(other, 0, 60) && FeedTabs.Shows(stranger, 0, 60), 50);

        Assert.DoesNotContain(tabs.Handler.Sent, sent => sent.Key == "KEY_TEST_A" && sent.At > paused && sent.At < until);
        Assert.Contains(tabs.Handler.Sent, sent => sent.Key == "KEY_TEST_B" && sent.At < until);
        Assert.True(ends > 0);
        Assert.Null(one.Status.WaitUntil);
        Assert.Null(one.Status.Failure);
        Assert.False(one.Row(3000) is not null && !whileOpening, "What was superseded in the wait was asked for all the same.");
    }

    [Fact]
    public async Task TooMany_WhileAnotherRequestIsTriedAgain_HoldsThatOneToo()
    {
        using var tabs = new FeedTabs(Account);
        using var one = tabs.Open();
        using var other = tabs.Open(Failed);
        tabs.Api.Faults = new SandboxFaults { Fault = Fault.ServerError, Times = 1 };
        one.Want(0, 60);
        await tabs.UntilAsync(() => one.Status.Retrying is not null);
        tabs.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 1, RetryAfter = "7" };
        other.Want(0, 60);
        await tabs.UntilAsync(() => other.Status.WaitUntil is not null);
        var (paused, until) = (tabs.Time.GetUtcNow(), other.Status.WaitUntil!.Value);
        await tabs.UntilAsync(() => FeedTabs.Shows(one, 0, 60) && FeedTabs.Shows(other, 0, 60));

        Assert.DoesNotContain(tabs.Handler.Sent, sent => sent.At > paused && sent.At < until);
        var tried = one.RequestLog[0];
        Assert.Equal((2, 200), (tried.Attempts, tried.Status));
        Assert.InRange(tried.Waited, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8));
    }
}
