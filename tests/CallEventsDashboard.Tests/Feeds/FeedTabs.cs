using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Feeds;

/// <summary>The lists of several tabs over one simulated service, on a clock that a test moves.</summary>
internal sealed class FeedTabs : IDisposable
{
    private const int MaxSteps = 20_000;
    private readonly HttpClient _http;

    public FeedTabs(SandboxOptions options)
    {
        Api = new SandboxApi(options, Time);
        Handler = new WatchedHandler(new SandboxHandler(Api), Time);
        _http = new HttpClient(Handler) { BaseAddress = new Uri("https://sandbox.test/v2/") };
        // The clock may run on for long before a busy machine gets round to an answer.
        Client = new CallEventsClient(_http, Time, new CallEventsClientOptions { Random = () => 0.5, AttemptTimeout = TimeSpan.FromHours(1) });
        Feeds = new CallEventFeedFactory(Options.Create(new FeedOptions()), new RequestBudgetRegistry(Time, Recorded.Work), Recorded.Work, Time);
    }

    public SimulatedTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public Recorded Recorded { get; } = new();

    public SandboxApi Api { get; }

    public WatchedHandler Handler { get; }

    public CallEventsClient Client { get; }

    public CallEventFeedFactory Feeds { get; }

    public static ApiKey Key(string name) => ApiKey.TryParse($"KEY_TEST_{name}")!;

    public CallEventFeed Open(CallEventQuery? query = null, string key = "A") => Feeds.Open(Client, Key(key), query ?? CallEventQuery.Default);

    /// <summary>Lets the clock run, in steps, until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo, int stepMilliseconds = 20)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (isSo())
                return;
            Time.Advance(TimeSpan.FromMilliseconds(stepMilliseconds));
            // What the clock set off runs on other threads.
            await Task.Delay(TimeSpan.FromMilliseconds(step % 4 == 3 ? 1 : 0), TimeProvider.System, TestContext.Current.CancellationToken);
            await Task.Yield();
        }

        Assert.Fail("It was never so.");
    }

    /// <summary>Lets the clock run for a while.</summary>
    public async Task RunAsync(TimeSpan span, int stepMilliseconds = 100)
    {
        var until = Time.GetUtcNow() + span;
        await UntilAsync(() => Time.GetUtcNow() >= until, stepMilliseconds);
    }

    public static bool Shows(CallEventFeed feed, int start, int count) =>
        feed.Status.RowCount >= start + count && Enumerable.Range(start, count).All(index => feed.Row(index) is not null || feed.IsExpired(index) || feed.IsMissing(index));

    public void Dispose() => _http.Dispose();
}
