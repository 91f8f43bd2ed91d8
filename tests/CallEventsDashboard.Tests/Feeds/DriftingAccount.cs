using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>An account whose rows arrive, slip in late and expire while a list over it is read, page after page.</summary>
internal sealed class DriftingAccount : IDisposable
{
    private static readonly TimeSpan RequestTime = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient _http;
    private readonly CallEventsClient _client;
    private readonly ApiKey _key = ApiKey.TryParse("KEY_TEST")!;
    private readonly CallEventFilter _filter;

    public DriftingAccount(SandboxOptions options, CallEventQuery? query = null)
    {
        Query = query ?? CallEventQuery.Default;
        Api = new SandboxApi(options, Time);
        _http = new HttpClient(new SandboxHandler(Api)) { BaseAddress = new Uri("https://sandbox.test/v2/") };
        _client = new CallEventsClient(_http, Time, new CallEventsClientOptions());
        Plan = FilterPlan.For(Query, Time.GetUtcNow());
        _filter = Plan.Filter;
    }

    public SimulatedTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public SandboxApi Api { get; }

    public CallEventQuery Query { get; }

    public FilterPlan Plan { get; }

    public int Requests { get; private set; }

    public Dictionary<string, int> Sides { get; } = new(StringComparer.Ordinal);

    /// <summary>What happens to the account before each request, given its number from 1.</summary>
    public Action<int> Drift { get; set; } = _ => { };

    public async Task<CallEventPage> ReadAsync(PageFetch fetch, CancellationToken cancellationToken)
    {
        Requests++;
        var side = fetch is AnchoredFetch anchored ? anchored.Side.ToString() : "Count";
        Sides[side] = Sides.GetValueOrDefault(side) + 1;
        Time.Advance(RequestTime);
        Drift(Requests);
        return await _client.ListAsync(_key, _filter with { OccurredAt = fetch.Bound }, fetch.Page, null, cancellationToken);
    }

    public async Task<FeedOpening> OpenAsync(CancellationToken cancellationToken)
    {
        var opening = await new FeedOpener(Query, Plan, 40, new PageLimit(), new BoundWriting(), ReadAsync, new ServiceClock(Time)).OpenAsync(cancellationToken);
        while (opening.Listing.IsOpening && opening.Listing.Next(default, []) is { } fetch)
            opening.Listing.Place(fetch, await ReadAsync(fetch, cancellationToken));
        return opening;
    }

    /// <summary>Reads until each row of a window is there, or is known to have expired or to be missing.</summary>
    public Task ShowWindowAsync(Listing listing, RowWindow window, CancellationToken cancellationToken) => ReadAsync(listing, window, untilShown: true, cancellationToken);

    /// <summary>Reads as long as the listing asks for a window: each of its rows may be there while some beside it, which have no place yet, are still unread.</summary>
    public Task ReadWindowAsync(Listing listing, RowWindow window, CancellationToken cancellationToken) => ReadAsync(listing, window, untilShown: false, cancellationToken);

    private async Task ReadAsync(Listing listing, RowWindow window, bool untilShown, CancellationToken cancellationToken)
    {
        for (var round = 0; round < 12; round++)
        {
            var isShown = Enumerable.Range(window.Start, window.Count).All(index => listing.Row(index) is not null || listing.IsExpired(index) || listing.IsMissing(index));
            if ((isShown && untilShown) || listing.Next(window, []) is not { } fetch)
            {
                Assert.True(isShown, $"The window at {window.Start} has rows that nothing is asked for.");
                return;
            }

            listing.Place(fetch, await ReadAsync(fetch, cancellationToken));
        }

        Assert.Fail($"The window at {window.Start} was not read after 12 requests.");
    }

    public void Dispose() => _http.Dispose();
}
