using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Components.Lists;

public sealed class ListRenewalTests : IDisposable
{
    private readonly SimulatedTime _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly SandboxApi _api;
    private readonly HttpClient _http;
    private readonly List<CallEventFeed> _feeds = [];

    public ListRenewalTests()
    {
        _api = new SandboxApi(new SandboxOptions { Events = 2_000, LiveRate = 0.2 }, _time);
        _http = new(new SandboxHandler(_api)) { BaseAddress = new Uri("https://sandbox.test/v2/") };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Place_AfterMoreArrived_IsWhereTheRowIsNow()
    {
        var old = Open();
        await ListRenewal.ReadAsync(old, () => Task.FromResult<ScrollPosition?>(null), old.FindAsync, Cancel);
        var row = old.Row(40)!;
        _time.Advance(TimeSpan.FromMinutes(5));

        var feed = Open();
        var (place, problem) = await ListRenewal.ReadAsync(feed, () => Task.FromResult<ScrollPosition?>(new(40, row.Fingerprint, -7)), feed.FindAsync, Cancel);

        Assert.Null(problem);
        Assert.Equal(-7, place?.Offset);
        Assert.True(place?.Index > 40);
        Assert.Equal(row.Fingerprint, feed.Row(place!.Index)?.Fingerprint);
    }

    [Fact]
    public async Task Place_AtTheVeryTop_IsLeftAlone()
    {
        var feed = Open();
        var (place, problem) = await ListRenewal.ReadAsync(feed, () => Task.FromResult<ScrollPosition?>(null), feed.FindAsync, Cancel);

        Assert.Null(place);
        Assert.Null(problem);
    }

    [Fact]
    public async Task Place_OfARowThatIsGone_IsLeftAlone()
    {
        var feed = Open();
        var (place, problem) = await ListRenewal.ReadAsync(feed, () => Task.FromResult<ScrollPosition?>(new(40, "1790000000000000-0123456789abcdef", 0)), feed.FindAsync, Cancel);

        Assert.Null(place);
        Assert.Null(problem);
    }

    [Fact]
    public async Task List_ThatFailsWhileTheRowIsLookedFor_DoesNotTakeThePlaceOfTheOneThatIsShown()
    {
        var old = Open();
        await ListRenewal.ReadAsync(old, () => Task.FromResult<ScrollPosition?>(null), old.FindAsync, Cancel);
        old.Want(1_500, 60);
        var row = await RowAsync(old, 1_500);
        var feed = Open();

        var (place, problem) = await ListRenewal.ReadAsync(feed, FailFromNowOnAsync, feed.FindAsync, Cancel);

        Assert.Null(place);
        Assert.StartsWith("The list could not be refreshed: ", problem, StringComparison.Ordinal);

        Task<ScrollPosition?> FailFromNowOnAsync()
        {
            _api.Faults = new SandboxFaults { Fault = Fault.Forbidden };
            return Task.FromResult<ScrollPosition?>(new(1_500, row.Fingerprint, 0));
        }
    }

    [Fact]
    public async Task List_ThatFailsOnceTheRowIsFound_TakesThePlace()
    {
        var old = Open();
        await ListRenewal.ReadAsync(old, () => Task.FromResult<ScrollPosition?>(null), old.FindAsync, Cancel);
        var row = old.Row(5)!;
        var feed = Open();

        var (place, problem) = await ListRenewal.ReadAsync(
            feed,
            () => Task.FromResult<ScrollPosition?>(new(5, row.Fingerprint, 0)),
            async (name, token) =>
            {
                var index = await feed.FindAsync(name, token);
                _api.Faults = new SandboxFaults { Fault = Fault.Forbidden };
                feed.Want(1_500, 60);
                await ChangeAsync(feed, () => feed.Status.Failure is not null);
                return index;
            },
            Cancel);

        Assert.Null(problem);
        Assert.Equal(new ScrollPosition(5, row.Fingerprint, 0), place);
    }

    [Fact]
    public async Task List_ThatCannotBeRead_SaysWhy()
    {
        using var nobody = new HttpClient(new Refusing()) { BaseAddress = new Uri("https://sandbox.test/v2/") };
        var feed = Open(nobody);
        var (_, problem) = await ListRenewal.ReadAsync(feed, () => Task.FromResult<ScrollPosition?>(null), feed.FindAsync, Cancel);

        Assert.StartsWith("The list could not be refreshed: ", problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var feed in _feeds)
            feed.Dispose();
        _http.Dispose();
    }

    private static async Task<CallEvent> RowAsync(CallEventFeed feed, int index)
    {
        await ChangeAsync(feed, () => feed.Row(index) is not null);
        return feed.Row(index)!;
    }

    private static async Task ChangeAsync(CallEventFeed feed, Func<bool> isSo)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (isSo())
                done.TrySetResult();
        }

        feed.Changed += Check;
        Check();
        await done.Task.WaitAsync(Cancel);
        feed.Changed -= Check;
    }

    private CallEventFeed Open(HttpClient? http = null)
    {
        var client = new CallEventsClient(http ?? _http, _time, new CallEventsClientOptions());
        var feed = new CallEventFeedFactory(Options.Create(new FeedOptions()), new RequestBudgetRegistry(_time, new Recorded().Work), new Recorded().Work, _time).OpenNew(client, ApiKey.TryParse("KEY_TEST")!, CallEventQuery.Default);
        _feeds.Add(feed);
        return feed;
    }

    private sealed class Refusing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized));
    }
}
