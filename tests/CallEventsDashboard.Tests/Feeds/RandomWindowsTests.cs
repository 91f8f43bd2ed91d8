using System.Runtime.CompilerServices;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds;

/// <summary>Tabs that jump, leave and come back at any moment.</summary>
public class RandomWindowsTests
{
    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, 1)]
    [InlineData(Sandbox.ServiceOrder.Descending, 2)]
    public async Task TenThousandWindows_AtAnyMoment_LoseNothing(Sandbox.ServiceOrder order, int seed)
    {
        using var tabs = new FeedTabs(new SandboxOptions { Events = 20_000, Seed = seed, Order = order, Latency = TimeSpan.FromMilliseconds(150), TiesShuffled = true });
        using var failures = new OwnFailures();
        var random = new Random(seed);
        CallEventQuery[] queries = [CallEventQuery.Default, CallEventQuery.Default with { Order = EventOrder.Oldest }];
        var feeds = queries.Concat(queries).Select(query => tabs.Open(query)).ToArray();
        for (var i = 0; i < 10_000; i++)
        {
            var tab = random.Next(feeds.Length);
            if (random.Next(50) == 0)
            {
                feeds[tab].Dispose();
                feeds[tab] = random.Next(2) == 0 ? tabs.Open(queries[tab % 2]) : tabs.Feeds.OpenNew(tabs.Client, FeedTabs.Key("A"), queries[tab % 2]);
            }

            feeds[tab].Want(random.Next(20_000), random.Next(1, 80));
            if (random.Next(3) == 0)
                tabs.Time.Advance(TimeSpan.FromMilliseconds(random.Next(60)));
        }

        foreach (var feed in feeds)
        {
            feed.Want(9000, 60);
            await tabs.UntilAsync(() => FeedTabs.Shows(feed, 9000, 60));
            Assert.Null(feed.Status.Failure);
            feed.Dispose();
        }

        await tabs.RunAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((0, 0), (failures.CountUnobserved(), tabs.Handler.Cancelled));
        Assert.InRange(tabs.Handler.MostUnderWay, 1, 4);
    }

    [Fact]
    public void CountUnobserved_OfAFailureThatNobodyAwaited_IsOne()
    {
        using var failures = new OwnFailures();
        FailUnseen();

        // The thread that ran the task may hold it for a moment longer.
        Assert.True(SpinWait.SpinUntil(() => failures.CountUnobserved() > 0, TimeSpan.FromSeconds(30)));
        Assert.Equal(1, failures.CountUnobserved());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FailUnseen() =>
        ((IAsyncResult)Task.Run(() => throw new InvalidOperationException("Nobody sees this."), TestContext.Current.CancellationToken)).AsyncWaitHandle.WaitOne();
}
