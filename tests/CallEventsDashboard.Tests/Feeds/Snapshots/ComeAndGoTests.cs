using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Viewers who leave and come back while requests wait for their turn or are on their way.</summary>
public class ComeAndGoTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Sessions_ThatAreLeftAndOpenedAgain_AreReadWhole(int seed)
    {
        var random = new Random(seed);
        using var tabs = new FeedTabs(new SandboxOptions { Events = 3000, Seed = seed, Latency = TimeSpan.FromMilliseconds(120) });
        var ids = tabs.Api.Events().Where(row => row.SessionId is not null).Select(row => row.SessionId.ToString()!).Distinct(StringComparer.Ordinal).TakeLast(12).ToList();
        for (var round = 0; round < 60; round++)
        {
            using var feed = tabs.Open();
            feed.Want(0, 60);
            var sessions = ids.OrderBy(_ => random.Next()).Take(4).Select(id => tabs.Feeds.OpenSession(tabs.Client, FeedTabs.Key("A"), id)).ToList();
            var isLast = round % 6 == 5;
            if (isLast)
                await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, 60) && sessions.TrueForAll(session => session.IsWhole));
            else
                await tabs.RunAsync(TimeSpan.FromMilliseconds(random.Next(400)), 20);
            sessions.ForEach(session => session.Dispose());
        }
    }

    [Fact]
    public async Task Rows_WantedWhileSearchesKeepEveryTurn_AreReadOnceThoseHaveEnded()
    {
        var token = TestContext.Current.CancellationToken;
        using var tabs = new FeedTabs(new SandboxOptions { Events = 20_000, Latency = TimeSpan.FromMilliseconds(300) });
        using var feed = tabs.Open();
        feed.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, 60));
        await tabs.RunAsync(TimeSpan.FromSeconds(5));
        var rows = tabs.Api.Events().Where(row => row.OccurredAt > tabs.Time.GetUtcNow().AddHours(-20)).ToList();
        var wanted = Enumerable.Range(0, 4).Select(part => rows[part * 4000]).ToList();
        var sent = tabs.Handler.Sent.Count;

        var finds = wanted.Select(row => feed.FindAsync(FingerprintOf(row), token)).ToList();
        await tabs.UntilAsync(() => tabs.Handler.Sent.Count == sent + 8);
        feed.Want(2000, 60);
        await tabs.UntilAsync(() => finds.TrueForAll(find => find.IsCompleted));

        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 2000, 60));
    }

    [Fact]
    public async Task Row_LookedForByOneWhoLeft_IsFoundForTheNextWhoLooksForIt()
    {
        var token = TestContext.Current.CancellationToken;
        using var tabs = new FeedTabs(new SandboxOptions { Events = 20_000, Latency = TimeSpan.FromMilliseconds(300) });
        var first = tabs.Open();
        first.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(first, 0, 60));
        first.Want(9_000, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(first, 9_000, 60));
        var wanted = first.Row(9_000)!.Fingerprint;
        first.Dispose();
        await tabs.RunAsync(TimeSpan.FromSeconds(20));

        var left = tabs.Open();
        left.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(left, 0, 60));
        var sent = tabs.Handler.Sent.Count;
        var search = left.FindAsync(wanted, token);
        await tabs.UntilAsync(() => tabs.Handler.Sent.Count > sent);
        left.Dispose();
        using var next = tabs.Open();
        next.Want(0, 60);
        var find = next.FindAsync(wanted, token);
        await tabs.UntilAsync(() => find.IsCompleted);

        Assert.Null(await search);
        Assert.Equal(wanted, next.Row(await find ?? -1)?.Fingerprint);
    }

    // Only its time is looked for.
    private static string FingerprintOf(SandboxEvent row) => $"{(row.OccurredAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-00000000000000aa";
}
