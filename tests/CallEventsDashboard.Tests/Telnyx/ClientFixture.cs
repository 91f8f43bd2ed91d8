
namespace CallEventsDashboard.Telnyx;

/// <summary>A client over canned answers, on a clock that only a test moves.</summary>
internal sealed class ClientFixture : IDisposable
{
    public const string EmptyPage = """{"data":[],"meta":{"total_results":0}}""";

    private readonly HttpClient _http;
    private readonly CallEventsClient _client;

    public ClientFixture(params StubHandler.Step[] steps)
        : this(new CallEventsClientOptions { Random = () => 0.5 }, steps)
    {
    }

    public ClientFixture(CallEventsClientOptions options, params StubHandler.Step[] steps)
    {
        Handler = new StubHandler(steps);
        _http = new HttpClient(Handler) { BaseAddress = new Uri("https://api.example.test/v2/"), Timeout = Timeout.InfiniteTimeSpan };
        _client = new CallEventsClient(_http, Time, options);
    }

    public static ApiKey Key { get; } = ApiKey.TryParse("KEY0123456789ABCDEF_secret")!;

    public StubHandler Handler { get; }

    public SimulatedTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public List<RequestAttempt> Retries { get; } = [];

    public Task<CallEventPage> StartAsync(CancellationToken cancellationToken) =>
        _client.ListAsync(Key, CallEventFilter.None, new PageRequest(1, 250), Retries.Add, cancellationToken);

    /// <summary>Starts a request and moves the clock until it has ended.</summary>
    public async Task<CallEventPage> ListAsync()
    {
        var page = StartAsync(TestContext.Current.CancellationToken);
        while (!page.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        return await page;
    }

    public Task<TelnyxException> FailAsync() => Assert.ThrowsAsync<TelnyxException>(ListAsync);

    public void Dispose() => _http.Dispose();
}
