using System.Text.Json.Nodes;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Answers that contradict themselves or each other: no row is lost or doubled for it where that can be known, and reading always ends.</summary>
public sealed class LyingServiceTests : IDisposable
{
    private const int Rows = 900;
    private const int MostRequests = 60;
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder> Orders() => new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>());

    public static MatrixTheoryData<Sandbox.ServiceOrder, long> FalseTotals() => new(Enum.GetValues<Sandbox.ServiceOrder>(), [0, -1, 1_000_000_000_000]);

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, int> Drifts() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), Enumerable.Range(0, 15));

    public static MatrixTheoryData<Sandbox.ServiceOrder, string> Fields() => new(
        Enum.GetValues<Sandbox.ServiceOrder>(),
        ["record_type", "call_leg_id", "call_session_id", "name", "type", "metadata", "leg_id", "application_session_id", "payload", "organization_id"]);

    [Theory]
    [MemberData(nameof(FalseTotals))]
    public async Task Total_IsNotTheTotal_ShowsAllRows(Sandbox.ServiceOrder service, long total)
    {
        Start(service, (body, _) => body["meta"]!["total_results"] = total);
        await AssertWholeAsync(EventOrder.Newest);
    }

    [Theory]
    [MemberData(nameof(Drifts))]
    public async Task Totals_ShrinkAndGrow_ShowAllRows(Sandbox.ServiceOrder service, EventOrder view, int begin)
    {
        Start(service, null);
        for (var request = 0; request < begin; request++)
            await _fixture.Client.ListAsync(FeedFixture.Key, CallEventFilter.None, PageRequest.Smallest, null, TestContext.Current.CancellationToken);
        _fixture.Api.Faults = new SandboxFaults { TotalsDrift = 7 };
        await AssertWholeAsync(view);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Meta_Missing_ShowsAllRows(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(service, (body, _) => body.Remove("meta"));
        await AssertWholeAsync(view);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Page_Unsorted_LosesAndDoublesNothing(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(service, (body, _) =>
        {
            var rows = body["data"]!.AsArray();
            for (var i = 0; i + 10 < rows.Count; i += 10)
            {
                var row = rows[i]!;
                rows.RemoveAt(i);
                rows.Insert(i + 9, row);
            }
        });
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        AssertBounded();
        AssertNoneTwice(rows);
        Assert.True(rows.Count + feed.Status.Late >= _fixture.Reachable().Count, $"{rows.Count} listed and {feed.Status.Late} held back of {_fixture.Reachable().Count}.");
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Page_BeginsWithTheLastRowOfTheOneBefore_LosesNoRow_AndShowsNoneMoreThanTwice(Sandbox.ServiceOrder service, EventOrder view)
    {
        JsonNode? last = null;
        Start(service, (body, query) =>
        {
            var rows = body["data"]!.AsArray();
            if (rows.Count == 0)
                return;
            var next = rows[^1]!.DeepClone();
            if (last is not null && !query.Contains("page[number]=1&", StringComparison.Ordinal))
                rows.Insert(0, last);
            last = next;
        });
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        AssertBounded();
        // Where the row comes back far from its place, nothing tells it from one more of its kind.
        var copies = _fixture.Copies();
        Assert.DoesNotContain(rows.CountBy(RowKey.Of), pair => pair.Value > copies.GetValueOrDefault(pair.Key) + 1);
        Assert.Empty(_fixture.Reachable().Select(RowKey.Of).Except(rows.Concat(feed.LateRows).Select(RowKey.Of)));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Page_OneIsEmpty_EndsAndShowsTheOthers(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(service, (body, _) =>
        {
            var hole = _fixture.Api.Events()[^450].OccurredAt;
            if (body["data"]!.AsArray().Any(row => FeedRows.Record(row!.ToJsonString()).OccurredAt == hole))
                body["data"] = new JsonArray();
        });
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        AssertBounded();
        Assert.True(feed.Status.Coverage is Coverage.Partial || rows.Count >= _fixture.Reachable().Count, $"{rows.Count} of {_fixture.Reachable().Count} rows, and {feed.Status.Coverage}.");
    }

    [Theory]
    [InlineData(EventOrder.Newest)]
    [InlineData(EventOrder.Oldest)]
    public async Task Row_CountedButNeverListed_IsMissingAndNotExpired_UntilItIsListed(EventOrder view)
    {
        Start(Sandbox.ServiceOrder.Ascending, HideARow);
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);
        AssertBounded();
        Assert.Equal((Coverage.Partial, 1, 0), (feed.Status.Coverage, feed.Status.Missing, feed.Status.Expired));
        Assert.Equal(feed.Status.RowCount - 1, rows.Count);

        _fixture.Wire.Rewrite = null;
        feed.Retry();
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), view, late: feed.LateRows);
        Assert.Equal((Coverage.Complete, 0), (feed.Status.Coverage, feed.Status.Missing));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Scan_RowCountedButNeverListed_HasAllOthers(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(service, HideARow);
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view, Search = "call_event" });
        var rows = await _fixture.ReadAllAsync(feed);

        AssertBounded();
        Assert.True(feed.Status.Scan is { IsDone: true });
        AssertNoneTwice(rows);
        Assert.Equal(_fixture.Reachable().Count - 1, rows.Count);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_NullInEveryRow_ShowsAllRows(Sandbox.ServiceOrder service, string field)
    {
        Start(service, (body, _) =>
        {
            foreach (var row in body["data"]!.AsArray().OfType<JsonObject>().Where(row => row.ContainsKey(field)))
                row[field] = null;
        });
        var rows = await _fixture.ReadAllAsync(_fixture.Open());

        AssertBounded();
        Assert.Equal(_fixture.Reachable().Count, rows.Count);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Fields_AllNullInSomeRows_ShowsTheOthersToo(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(service, (body, _) =>
        {
            foreach (var row in body["data"]!.AsArray().OfType<JsonObject>().Where((_, ordinal) => ordinal % 50 == 7))
            {
                foreach (var field in row.Select(pair => pair.Key).ToList())
                    row[field] = null;
            }
        });
        var rows = await _fixture.ReadAllAsync(_fixture.Open(CallEventQuery.Default with { Order = view }));

        AssertBounded();
        Assert.True(rows.Count(row => row.OccurredAt is not null) >= _fixture.Reachable().Count * 48 / 50);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task PageNumber_OtherThanAsked_EndsWithoutARowTwice(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(service, (body, _) => body["meta"]!["page_number"] = 1);
        var rows = await _fixture.ReadAllAsync(_fixture.Open(CallEventQuery.Default with { Order = view }));

        AssertBounded();
        AssertNoneTwice(rows);
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(Sandbox.ServiceOrder service, Action<JsonObject, string>? rewrite)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(new SandboxOptions { Events = Rows, Order = service, Shape = RecordShape.Mixed });
        _fixture.Wire.Rewrite = rewrite;
    }

    private void HideARow(JsonObject body, string query)
    {
        var hidden = RowKey.Of(_fixture.Api.Events()[^450]);
        var rows = body["data"]!.AsArray();
        foreach (var row in rows.Where(row => RowKey.Of(FeedRows.Record(row!.ToJsonString())) == hidden).ToList())
            rows.Remove(row);
    }

    private async Task AssertWholeAsync(EventOrder view)
    {
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        AssertBounded();
        _fixture.AssertWhole(rows, view, late: feed.LateRows);
    }

    private void AssertNoneTwice(List<CallEvent> rows)
    {
        var copies = _fixture.Copies();
        Assert.DoesNotContain(rows.CountBy(RowKey.Of), pair => pair.Value > copies.GetValueOrDefault(pair.Key));
    }

    private void AssertBounded()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{_fixture.Api.RequestCount} requests");
        Assert.True(_fixture.Api.RequestCount is >= 1 and <= MostRequests, $"{_fixture.Api.RequestCount} requests:\n{string.Join('\n', _fixture.Api.Requests.Select(request => request.Query))}");
    }
}
