using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using ServiceOrder = CallEventsDashboard.Feeds.Indexing.ServiceOrder;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>A scan reads on for long, and its pages are no snapshot: rows arrive and expire between any two of them.</summary>
public class ScanDriftTests
{
    private const int Rows = 6000;

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, int> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [1, 2, 3, 4, 5, 6]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Scan_WhileRowsArriveAndExpire_ListsEachRowOnceInOrder(Sandbox.ServiceOrder service, EventOrder view, int seed)
    {
        var random = new Random(seed);
        var query = CallEventQuery.Default with { Search = "call", Order = view };
        using var account = new DriftingAccount(new SandboxOptions { Events = Rows, Seed = seed, Order = service, TiesShuffled = true, Shape = (RecordShape)(seed % 3) }, query);
        var opening = await account.OpenAsync(TestContext.Current.CancellationToken);
        var there = account.Api.Events().Where(row => row.OccurredAt <= opening.AsOf).ToList();
        var expired = 0;
        account.Drift = _ =>
        {
            var now = random.Next(12);
            expired += now;
            account.Api.ExpireRows(now);
            account.Api.AddNewRows(random.Next(12));
            account.Api.AddLateRows(random.Next(3));
        };
        await ReadAsync(account, opening.Listing);

        var watch = new IndexWatch(opening.Listing);
        watch.Look();
        var (late, mayBeGone) = (account.Api.Events().Where(row => !there.Contains(row)), view is EventOrder.Oldest ? 30 : expired + 30);
        watch.AssertWhole(there, late, view, there.Select(row => row.OccurredAt).Where(at => at > account.Plan.Horizon).Order().ElementAt(mayBeGone));
        Assert.InRange(account.Requests, Rows / 250, (Rows / 250) + 6);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Scan_ThatWaitsForHours_ListsEachRowThatIsStillThere(Sandbox.ServiceOrder service, EventOrder view, int seed)
    {
        var random = new Random(seed);
        var query = CallEventQuery.Default with { Search = "call", Order = view };
        using var account = new DriftingAccount(new SandboxOptions { Events = Rows, Seed = seed, Order = service, TiesShuffled = true, Shape = (RecordShape)(seed % 3) }, query);
        var opening = await account.OpenAsync(TestContext.Current.CancellationToken);
        var there = account.Api.Events().Where(row => row.OccurredAt <= opening.AsOf && row.OccurredAt > account.Plan.Horizon).ToList();
        account.Drift = _ =>
        {
            if (random.Next(6) > 0)
                return;
            account.Api.ExpireRows(random.Next(Rows / 4));
            account.Api.AddNewRows(random.Next(seed % 2 == 0 ? 1 : Rows / 8));
        };
        await ReadAsync(account, opening.Listing);

        var listed = Enumerable.Range(0, opening.Listing.RowCount).Select(index => opening.Listing.Row(index)!).ToList();
        var keys = listed.Select(RowKey.Of).ToHashSet();
        var times = listed.Select(row => row.OccurredAt).ToList();
        account.Drift = _ => { };
        var oldest = await FindOldestAsync(account, service);
        Assert.DoesNotContain(there, row => row.OccurredAt > oldest && !keys.Contains(RowKey.Of(row)));
        Assert.Equal(view is EventOrder.Newest ? times.OrderDescending() : times.Order(), times);
        if (seed % 2 == 0)
            Assert.Equal(there.Count(row => !keys.Contains(RowKey.Of(row))), opening.Listing.Expired);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest)]
    public async Task Scan_OfAService_ThatHeedsNoBound_GoesByPages(Sandbox.ServiceOrder service, EventOrder view)
    {
        var query = CallEventQuery.Default with { Search = "call", Order = view };
        using var account = new DriftingAccount(new SandboxOptions { Events = 1600, Order = service, IgnoredFilters = new HashSet<string>(StringComparer.Ordinal) { FilterNames.OccurredAt } }, query);
        var opening = await account.OpenAsync(TestContext.Current.CancellationToken);
        await ReadAsync(account, opening.Listing);

        var watch = new IndexWatch(opening.Listing);
        watch.Look();
        watch.AssertWhole(account.Api.Events(), [], view, account.Plan.Horizon.AddSeconds(10));
        Assert.InRange(account.Requests, 7, 10);
    }

    [Theory]
    [InlineData(EventOrder.Oldest)]
    [InlineData(EventOrder.Newest)]
    public void Scan_OfManyRowsOfOneInstant_ReadsThemAll(EventOrder view)
    {
        var service = view is EventOrder.Oldest ? ServiceOrder.Ascending : ServiceOrder.Descending;
        var rows = Enumerable.Range(0, 200).Select(i => FeedRows.Row(i)).Concat(Enumerable.Range(0, 900).Select(i => FeedRows.Row(300, i))).Concat(Enumerable.Range(400, 200).Select(i => FeedRows.Row(i))).ToList();
        if (service is ServiceOrder.Descending)
            rows.Reverse();
        var listing = Read(service, view, rows, out var asked);

        Assert.Equal(rows.Select(row => row.Fingerprint), Enumerable.Range(0, listing.RowCount).Select(index => listing.Row(index)!.Fingerprint));
        Assert.InRange(asked, 6, 10);
    }

    [Fact]
    public void Scan_OfTwinsCutByAPage_ListsAsManyAsThereAre()
    {
        var rows = Enumerable.Range(0, 248).Select(i => FeedRows.Row(i)).Concat(Enumerable.Repeat(FeedRows.Row(300, 7), 4)).Concat(Enumerable.Range(400, 20).Select(i => FeedRows.Row(i))).ToList();
        var listing = Read(ServiceOrder.Ascending, EventOrder.Oldest, rows, out _);

        Assert.Equal(rows.Select(row => row.Fingerprint), Enumerable.Range(0, listing.RowCount).Select(index => listing.Row(index)!.Fingerprint));
    }

    private static ScannedListing Read(ServiceOrder service, EventOrder view, List<CallEvent> rows, out int asked)
    {
        var pin = new TimeBound(TimeComparison.AtOrBefore, FeedRows.Noon.AddHours(1));
        var listing = new ScannedListing(service, view, pin, rows.Count, 40, new PageLimit(), new BoundWriting(), new WantedRange(null, null, true, true), _ => true, _ => false);
        for (asked = 0; listing.Next(default, []) is { } fetch && asked < 30; asked++)
        {
            var answered = rows.Where(row => fetch.Bound!.Value.Includes(row.OccurredAt!.Value)).ToList();
            listing.Place(fetch, FeedRows.Page([.. answered.Skip((fetch.Page.Number - 1) * fetch.Page.Size).Take(fetch.Page.Size)], answered.Count));
        }

        return listing;
    }

    private static async Task<DateTimeOffset?> FindOldestAsync(DriftingAccount account, Sandbox.ServiceOrder service)
    {
        var page = await account.ReadAsync(new PageFetch(null, PageRequest.Smallest), TestContext.Current.CancellationToken);
        if (service is Sandbox.ServiceOrder.Descending)
            page = await account.ReadAsync(new PageFetch(null, new PageRequest((int)page.TotalResults!.Value, 1)), TestContext.Current.CancellationToken);
        return page.Events[0].OccurredAt;
    }

    private static async Task ReadAsync(DriftingAccount account, Listing listing)
    {
        Assert.NotNull(listing.Scan);
        while (listing.Next(default, []) is { } fetch)
            listing.Place(fetch, await account.ReadAsync(fetch, TestContext.Current.CancellationToken));
        Assert.True(listing.Scan!.IsDone);
    }
}
