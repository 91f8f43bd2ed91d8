using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

public class RequestLogTests
{
    [Fact]
    public async Task Log_OfAList_TellsEachRequestWithoutTheKey()
    {
        using var tabs = new FeedTabs(new SandboxOptions { Events = 5000, Latency = TimeSpan.FromMilliseconds(100) });
        tabs.Api.Faults = new SandboxFaults { Fault = Fault.ServerError, Times = 1 };
        using var feed = tabs.Open(CallEventQuery.Default with { From = "+12025550142" });
        feed.Want(0, 60);
        await tabs.UntilAsync(() => feed.Status is { Coverage: Coverage.Complete });

        var log = feed.RequestLog;
        Assert.Equal(feed.Status.Requests, log.Count);
        Assert.Equal(tabs.Handler.Sent.Select(sent => sent.Query).Distinct(StringComparer.Ordinal), log.Select(entry => $"?{Uri.UnescapeDataString(entry.Query)}"));
        Assert.All(log, entry => Assert.Equal(("page", 200, (TelnyxError?)null), (entry.Purpose, entry.Status, entry.Error)));
        Assert.Equal(2, log[0].Attempts);
        Assert.True(log[0].Duration > TimeSpan.FromMilliseconds(500));
        Assert.DoesNotContain(log, entry => entry.ToString().Contains("KEY_TEST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_OfAFailure_NamesIt()
    {
        using var tabs = new FeedTabs(new SandboxOptions { Events = 100 });
        tabs.Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };
        using var feed = tabs.Open();
        feed.Want(0, 60);
        await tabs.UntilAsync(() => feed.Status.Failure is not null);

        var entry = Assert.Single(feed.RequestLog);
        Assert.Equal((403, TelnyxError.Forbidden, (int?)null), (entry.Status, entry.Error, entry.Rows));
        tabs.Api.Faults = SandboxFaults.None;
        feed.Retry();
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, 60));
        Assert.Null(feed.Status.Failure);
    }

    [Fact]
    public void Add_BeyondTheBound_DropsTheOldest()
    {
        var log = new RequestLog();
        var entry = new RequestEntry("", "page", default, null, null, null, 1, default, null);
        var numbers = Enumerable.Range(0, 700).Select(i => log.Add(entry with { Rows = i })).ToList();
        log.Replace(numbers[0], entry with { Rows = -1 });
        log.Replace(numbers[699], entry with { Rows = -2 });

        Assert.Equal(RequestLog.Kept, log.Entries.Count);
        Assert.Equal((200, -2), (log.Entries[0].Rows, log.Entries[^1].Rows));
    }
}
