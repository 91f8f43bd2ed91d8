using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Feeds;

/// <summary>Lists over a Sandbox as a page holds them: opened, scrolled and tried again, on a clock that only waits move.</summary>
internal sealed class FeedFixture : IDisposable
{
    private const int FirstScreen = 60;
    private const int Screen = 200;
    private const int MostSteps = 20_000;
    private const int MostOnTheirWay = 2;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _news = new(0);
    private readonly HttpClient _http;
    private readonly List<CallEventFeed> _feeds = [];
    private readonly List<RequestAttempt> _retries = [];
    private readonly CallEventFeedFactory _lists;

    public FeedFixture(SandboxOptions sandbox, FeedOptions? options = null)
    {
        Time = new SteppedTime(AttemptTimeout);
        Local = new JumpingTime(Time);
        _lists = new CallEventFeedFactory(Options.Create(options ?? new FeedOptions()), new RequestBudgetRegistry(Local, Recorded.Work), Recorded.Work, Local);
        Time.TimersChanged += Tell;
        Api = new SandboxApi(sandbox, Time);
        Wire = new RewritingHandler(new SandboxHandler(Api));
        _http = new HttpClient(Wire) { BaseAddress = new Uri("https://sandbox.test/v2/"), Timeout = Timeout.InfiniteTimeSpan };
        Client = new CallEventsClient(_http, Local, new CallEventsClientOptions { AttemptTimeout = AttemptTimeout, MaxBodyBytes = 4 * 1024 * 1024, Random = () => 0.5 });
    }

    public static ApiKey Key { get; } = ApiKey.TryParse("KEY_TEST")!;

    public Recorded Recorded { get; } = new();

    public SteppedTime Time { get; }

    /// <summary>The clock of the dashboard, which may be another than the service's.</summary>
    public JumpingTime Local { get; }

    public SandboxApi Api { get; }

    public RewritingHandler Wire { get; }

    public CallEventsClient Client { get; }

    /// <summary>Each attempt that was announced, of all lists.</summary>
    public IReadOnlyList<RequestAttempt> Retries
    {
        get
        {
            lock (_retries)
                return [.. _retries];
        }
    }

    public CallEventFeed Open(CallEventQuery? query = null)
    {
        var feed = _lists.OpenNew(Client, Key, query ?? CallEventQuery.Default);
        feed.Changed += () =>
        {
            if (feed.Status.Retrying is { } retrying)
            {
                lock (_retries)
                    _retries.Add(retrying);
            }

            Tell();
        };
        _feeds.Add(feed);
        feed.Want(0, FirstScreen);
        return feed;
    }

    public InsightReader OpenInsights(CallEventQuery query)
    {
        var reader = _lists.OpenInsights(Client, Key, query);
        reader.Changed += Tell;
        return reader;
    }

    public SessionFeed OpenSession(string sessionId, bool isNew = false) => Listen(_lists.OpenSession(Client, Key, sessionId, isNew));

    /// <summary>Reads a whole list as if it were that of a session.</summary>
    public SessionFeed OpenSession(CallEventFeed list) => Listen(new SessionFeed(list, "any"));

    /// <summary>What the account holds now and a list without ids can show.</summary>
    public List<SandboxEvent> Reachable(Func<SandboxEvent, bool>? matches = null) =>
        [.. Api.Events().Where(row => row.OccurredAt > Time.GetUtcNow() - CallEventFilter.Horizon && (matches is null || matches(row)))];

    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (isSo())
                return;
            // On a busy machine what is being computed would miss hours of simulated time: they pass only when nothing has happened for a moment.
            if (Time.IsNextFar && await _news.WaitAsync(Moment, TestContext.Current.CancellationToken))
                continue;
            if (!Time.TryStep() && !await _news.WaitAsync(Limits.Wait, TestContext.Current.CancellationToken))
                break;
        }

        Assert.True(isSo(), "What was waited for did not come.");
    }

    public async Task<FeedStatus> UntilAsync(CallEventFeed feed, Func<FeedStatus, bool> isSo)
    {
        await UntilAsync(() => isSo(feed.Status));
        return feed.Status;
    }

    /// <summary>Waits until the first screen is there, after which the list asks for nothing of its own accord.</summary>
    public async Task SettleAsync(CallEventFeed feed)
    {
        await UntilAsync(feed, status => status.Coverage is Coverage.Complete && feed.Row(Math.Min(status.RowCount, FirstScreen) - 1) is not null);
        await UntilAsync(() => feed.RequestLog.All(entry => entry.Duration is not null));
    }

    public async Task<T> RunAsync<T>(Task<T> task)
    {
        _ = task.ContinueWith(_ => Tell(), TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        await UntilAsync(() => task.IsCompleted);
        return await task;
    }

    /// <summary>Tries again, and once more for each request of before that fails only then.</summary>
    public static void Retry(CallEventFeed feed)
    {
        var ofBefore = MostOnTheirWay;
        feed.Changed += () =>
        {
            if (feed.Status.Failure is not null && Interlocked.Decrement(ref ofBefore) >= 0)
                feed.Retry();
        };
        feed.Retry();
    }

    /// <summary>Scrolls through the whole list, and goes on with a scan until it is done.</summary>
    public async Task<List<CallEvent>> ReadAllAsync(CallEventFeed feed)
    {
        await UntilAsync(feed, status => IsBroken(status) || status.Coverage is not Coverage.Reading || status.Scan is { IsStopped: true });
        while (feed.Status.Scan is { IsDone: false })
        {
            Assert.False(IsBroken(feed.Status), feed.Status.Failure?.ToString());
            if (feed.Status.Scan.IsStopped)
                feed.Continue();
            await UntilAsync(feed, status => IsBroken(status) || status.Scan is not { IsDone: false, IsStopped: false });
        }

        // A list that is distrusted becomes a scan at any moment, also between two screens.
        var isScan = feed.Status.Scan is { IsDone: true };
        var rows = new List<CallEvent>();
        for (var start = 0; start < feed.Status.RowCount; start += Screen)
        {
            var from = start;
            bool IsThere() => IsBroken(feed.Status) || (feed.Status.Scan is not null) != isScan
                || Enumerable.Range(from, Math.Clamp(feed.Status.RowCount - from, 0, Screen)).All(index => feed.Row(index) is not null || feed.IsExpired(index) || feed.IsMissing(index));
            feed.Want(from, Screen);
            await UntilAsync(IsThere);
            Assert.False(IsBroken(feed.Status), feed.Status.Failure?.ToString());
            if ((feed.Status.Scan is not null) != isScan)
                return await ReadAllAsync(feed);
            rows.AddRange(Enumerable.Range(from, Math.Min(Screen, feed.Status.RowCount - from)).Select(feed.Row).OfType<CallEvent>());
        }

        return (feed.Status.Scan is not null) == isScan ? rows : await ReadAllAsync(feed);
    }

    /// <summary>Fails unless these are the rows of the account, each once and in order; one that is about to expire may lack.</summary>
    public void AssertWhole(IReadOnlyList<CallEvent> rows, EventOrder order = EventOrder.Newest, Func<SandboxEvent, bool>? matches = null, IEnumerable<CallEvent>? late = null)
    {
        var times = rows.Select(row => row.OccurredAt!.Value.UtcTicks * (order is EventOrder.Newest ? -1 : 1)).ToList();
        Assert.Equal(times.Order(), times);
        var listed = rows.Concat(late ?? []).CountBy(RowKey.Of).ToDictionary();
        var there = Api.Events().Where(row => matches is null || matches(row)).CountBy(RowKey.Of).ToDictionary();
        var lost = Reachable(matches).CountBy(RowKey.Of).Where(pair => listed.GetValueOrDefault(pair.Key) < pair.Value).ToList();
        var doubled = listed.Where(pair => pair.Value > there.GetValueOrDefault(pair.Key)).ToList();
        Assert.True((lost.Count, doubled.Count) == (0, 0), $"{lost.Count} rows are lost, {doubled.Count} are listed twice or are no such rows, of {rows.Count} listed.");
    }

    /// <summary>How many rows of each kind the account has: what is listed more often was listed twice.</summary>
    public Dictionary<RowKey, int> Copies() => Api.Events().CountBy(RowKey.Of).ToDictionary();

    public void Dispose()
    {
        foreach (var feed in _feeds)
            feed.Dispose();
        _http.Dispose();
        _news.Dispose();
    }

    // A wait that Telnyx asked for ends by itself, and the list goes on.
    private static bool IsBroken(FeedStatus status) => status.Failure is { RetryAt: null };

    private SessionFeed Listen(SessionFeed feed)
    {
        feed.Changed += Tell;
        return feed;
    }

    private void Tell()
    {
        try
        {
            if (_news.CurrentCount == 0)
                _news.Release();
        }
        catch (ObjectDisposedException)
        {
            // A request that was on its way when the test ended.
        }
    }
}
