using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Records that can't be read among others: each stands at its place and is counted, and no other row suffers.</summary>
public sealed class UnreadableRecordTests : IDisposable
{
    private const int Rows = 700;
    private const int Every = 20;

    // A row without a time may change its place with those beside it where a page is cut.
    private const int Nearby = 8;
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, string> Cells() => new(
        Enum.GetValues<Sandbox.ServiceOrder>(),
        Enum.GetValues<EventOrder>(),
        [
            "null",
            "7",
            "[[\"{name}\"]]",
            "{}",
            """{"name":"{name}","type":"webhook"}""",
            """{"name":"{name}","type":"webhook","event_timestamp":"yesterday"}""",
            """{"name":"{name}","type":"webhook","event_timestamp":"{time}","metadata":NaN}""",
            """{"name":"{name}","type":"webhook","event_timestamp":"{time}","metadata":"text","payload":[1]}""",
        ]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_RecordThatCantBeRead_HasItAtItsPlaceAndAllOthers(Sandbox.ServiceOrder service, EventOrder view, string raw)
    {
        Start(service, raw);
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view });
        var rows = await _fixture.ReadAllAsync(feed);

        var truth = _fixture.Api.Events().Index().Where(row => row.Item.OccurredAt > _fixture.Time.GetUtcNow() - CallEventFilter.Horizon).ToList();
        if (view is EventOrder.Newest)
            truth.Reverse();
        Assert.Equal((Coverage.Complete, truth.Count, 0), (feed.Status.Coverage, feed.Status.Total, feed.Status.Late));
        Assert.Null(feed.Status.Scan);
        var isTimed = raw.Contains("{time}", StringComparison.Ordinal);
        Assert.Equal(truth.Where(row => isTimed || row.Index % Every > 0).Select(row => row.Item.OccurredAt), rows.Select(row => row.OccurredAt).OfType<DateTimeOffset>());
        var untimed = rows.Index().Where(row => row.Item.OccurredAt is null).Select(row => row.Index).ToList();
        var expected = isTimed ? [] : truth.Index().Where(row => row.Item.Index % Every == 0).Select(row => row.Index).ToList();
        Assert.Equal(expected.Count, untimed.Count);
        Assert.All(expected.Zip(untimed), pair => Assert.InRange(pair.Second, pair.First - Nearby, pair.First + Nearby));
    }

    [Fact]
    public async Task Rows_EachReadTwice_AreTheSame()
    {
        Start(Sandbox.ServiceOrder.Descending, "null");
        var one = await _fixture.ReadAllAsync(_fixture.Open());
        var other = await _fixture.ReadAllAsync(_fixture.Open());

        Assert.Equal(one.Select(row => row.Fingerprint), other.Select(row => row.Fingerprint));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Scan_RecordWithoutATime_IsListed(Sandbox.ServiceOrder service)
    {
        Start(service, """{"name":"{name}","note":"here {leg}"}""");
        var feed = _fixture.Open(CallEventQuery.Default with { Search = "here " });
        var rows = await _fixture.ReadAllAsync(feed);

        Assert.Equal(Coverage.Complete, feed.Status.Coverage);
        Assert.InRange(rows.Count, Rows / Every, (Rows / Every) + 2);
        Assert.Equal(rows.Count, feed.Status.Total);
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(Sandbox.ServiceOrder service, string raw)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(new SandboxOptions { Events = Rows, Order = service, RawRecords = [raw], RawEvery = Every });
    }
}
