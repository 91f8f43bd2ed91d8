using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds;

/// <summary>Services that answer with less than they were asked for: no list over one of them is called complete that is not, and what can be read is read.</summary>
public class CutServiceTests
{
    private const int Rows = 1700;
    private const int Depth = 1200;
    private const int MostRequests = 250;

    private static readonly Dictionary<string, ServiceCuts> Cuts = new(StringComparer.Ordinal)
    {
        ["none"] = new(),
        ["page size"] = new() { PageSize = 100 },
        ["page size, and tells the asked one"] = new() { PageSize = 100, TellsAskedSize = true },
        ["depth"] = new() { Depth = Depth },
        ["depth and page size"] = new() { Depth = Depth, PageSize = 50 },
        ["page number"] = new() { IgnoresPageNumber = true },
        ["total one less"] = new() { TotalOff = -1 },
        ["total one more"] = new() { TotalOff = 1 },
        ["empty page"] = new() { EmptyPage = 2 },
        ["last page"] = new() { ShortLastPage = true },
    };

    public static MatrixTheoryData<string, Sandbox.ServiceOrder, EventOrder, bool> Cells() =>
        new(Cuts.Keys, Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [true, false]);

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Check_OfAListWhoseRecordsAreLarge_AsksForNoMoreThanCanBeRead(Sandbox.ServiceOrder service)
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = 1100, Span = TimeSpan.FromHours(12), Order = service, RecordBytes = 150_000 });
        var feed = fixture.Open();
        await fixture.UntilAsync(feed, status => status.Coverage is Coverage.Complete);

        Assert.InRange(fixture.Api.Requests.Count, 1, 40);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_OverAServiceThatCuts_IsCalledCompleteOnlyWhereItIs(string cut, Sandbox.ServiceOrder service, EventOrder view, bool totals)
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = Rows, Span = TimeSpan.FromHours(12), Order = service, Totals = totals, TiesShuffled = true, Cuts = Cuts[cut] });
        var feed = fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await fixture.ReadAllAsync(feed);

        var all = fixture.Reachable().CountBy(RowKey.Of).ToDictionary();
        var listed = rows.Concat(feed.LateRows).CountBy(RowKey.Of).ToDictionary();
        Assert.DoesNotContain(listed, row => row.Value > all.GetValueOrDefault(row.Key));
        var times = rows.Select(row => row.OccurredAt!.Value.UtcTicks * (view is EventOrder.Newest ? -1 : 1)).ToList();
        Assert.Equal(times.Order(), times);
        var lost = all.Sum(row => Math.Max(0, row.Value - listed.GetValueOrDefault(row.Key)));
        Assert.True(lost == 0 || feed.Status.Coverage is Coverage.Partial, $"{lost} of {Rows} rows lack, and the list is {feed.Status.Coverage} with {feed.Status.Missing} missing, {feed.Status.Scan}.");
        Assert.True(fixture.Api.Requests.Count < MostRequests, $"{fixture.Api.Requests.Count} requests");
    }
}
