using System.Collections.Frozen;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>The events from and to a number: two lists of the service in one.</summary>
public sealed class PartyTests : IDisposable
{
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, int, bool> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [600, 20_000], [true, false]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_OfBothSides_HasEachEventOnceInOrder(Sandbox.ServiceOrder service, EventOrder view, int events, bool totals)
    {
        Start(new SandboxOptions { Events = events, Order = service, Totals = totals, TiesShuffled = true });
        var number = Busiest();
        var feed = _fixture.Open(CallEventQuery.Default with { Party = number, Order = view });

        var rows = await _fixture.ReadAllAsync(feed);

        _fixture.AssertWhole(rows, view, row => row.From == number || row.To == number);
        Assert.Contains(_fixture.Reachable(), row => row.From == number);
        Assert.Contains(_fixture.Reachable(), row => row.To == number);
        Assert.Equal((Coverage.Complete, rows.Count, AppliedBy.Api), (feed.Status.Coverage, feed.Status.Total, feed.Status.AppliedBy["party"]));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task List_ThatFitsOnOnePageOfEitherSide_TakesTwoRequests(Sandbox.ServiceOrder service, EventOrder view)
    {
        Start(new SandboxOptions { Events = 1600, Order = service });
        var number = Quiet();
        var feed = _fixture.Open(CallEventQuery.Default with { Party = number, Order = view });

        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), view, row => row.From == number || row.To == number);

        Assert.Equal(2, _fixture.Api.RequestCount);
        Assert.Equal(2, feed.RequestLog.Count);
    }

    [Theory]
    [InlineData(FilterNames.From)]
    [InlineData(FilterNames.To)]
    [InlineData(FilterNames.From, FilterNames.To)]
    public async Task Sides_ThatTheServiceIgnores_AreTakenApartByTheDashboard(params string[] ignored)
    {
        Start(new SandboxOptions { Events = 1600, IgnoredFilters = ignored.ToFrozenSet(StringComparer.Ordinal) });
        var number = Busiest();
        var feed = _fixture.Open(CallEventQuery.Default with { Party = number });

        var rows = await _fixture.ReadAllAsync(feed);

        Assert.All(rows, row => Assert.NotEqual(FilterMatch.Contradicts, FilterCatalogue.Party.Check(number, row)));
        _fixture.AssertWhole([.. rows.Where(row => FilterCatalogue.Party.Check(number, row) is FilterMatch.Matches)], matches: row => (row.From == number || row.To == number) && rows.Any(listed => RowKey.Of(listed) == RowKey.Of(row) && FilterCatalogue.Party.Check(number, listed) is FilterMatch.Matches));
        Assert.All(_fixture.Reachable(row => row.From == number || row.To == number), row => Assert.Contains(rows, listed => RowKey.Of(listed) == RowKey.Of(row)));
        Assert.Equal(AppliedBy.Dashboard, feed.Status.AppliedBy["party"]);
        Assert.Equal((Coverage.Complete, rows.Count), (feed.Status.Coverage, feed.Status.Total + feed.Status.CannotTell));
        Assert.Equal(rows.Count(row => FilterCatalogue.Party.Check(number, row) is FilterMatch.CannotTell), feed.Status.CannotTell);
    }

    [Fact]
    public async Task Rows_OnceListed_NeverMove()
    {
        Start(new SandboxOptions { Events = 20_000, Order = Sandbox.ServiceOrder.Ascending }, pages: 2);
        var number = Busiest();
        var feed = _fixture.Open(CallEventQuery.Default with { Party = number });
        var seen = new List<string>();
        for (var more = true; more; feed.Continue())
        {
            await _fixture.UntilAsync(feed, status => status.Scan is { IsStopped: true } or { IsDone: true });
            Assert.Equal(seen, Enumerable.Range(0, seen.Count).Select(index => feed.Row(index)!.Fingerprint));
            seen.AddRange(Enumerable.Range(seen.Count, feed.Status.RowCount - seen.Count).Select(index => feed.Row(index)!.Fingerprint));
            more = feed.Status.Scan is { IsDone: false };
        }

        Assert.True(seen.Count > 500);
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), matches: row => row.From == number || row.To == number);
    }

    [Fact]
    public async Task Party_BesideOtherFiltersAndASearch_NarrowsThem()
    {
        Start(new SandboxOptions { Events = 1600 });
        var number = Busiest();

        var ofName = await _fixture.ReadAllAsync(_fixture.Open(CallEventQuery.Default with { Party = number, Name = "call.hangup" }));
        var searched = await _fixture.ReadAllAsync(_fixture.Open(CallEventQuery.Default with { Party = number, Search = "call.hangup" }));
        var both = await _fixture.ReadAllAsync(_fixture.Open(CallEventQuery.Default with { Party = number, From = number }));

        _fixture.AssertWhole(ofName, matches: row => row.Name == "call.hangup" && (row.From == number || row.To == number));
        Assert.Equal(ofName.Select(RowKey.Of), searched.Where(row => row.Name == "call.hangup").Select(RowKey.Of));
        _fixture.AssertWhole(both, matches: row => row.From == number);
    }

    [Fact]
    public async Task Party_OfBothFilters_IsAskedForOnce()
    {
        Start(new SandboxOptions { Events = 1600 });
        var number = Busiest();
        var feed = _fixture.Open(CallEventQuery.Default with { Party = number, From = number, To = number });

        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), matches: row => row.From == number && row.To == number);

        Assert.Equal((Coverage.Complete, 1), (feed.Status.Coverage, _fixture.Api.RequestCount));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task Rows_OfASideThatIsReadAgainstTheView_AreNotListedBeforeTheOtherSideIsKnown(Sandbox.ServiceOrder service, EventOrder view)
    {
        // Without totals the last page can't be begun with, and one side has nothing to list until its last page.
        Start(new SandboxOptions { Events = 20_000, Order = service, Totals = false }, pages: 1);
        var number = Busiest();
        var feed = _fixture.Open(CallEventQuery.Default with { Party = number, Order = view, Name = "call.hangup" });
        var seen = new List<string>();
        for (var more = true; more; feed.Continue())
        {
            await _fixture.UntilAsync(feed, status => status.Scan is { IsStopped: true } or { IsDone: true });
            Assert.Equal(seen, Enumerable.Range(0, seen.Count).Select(index => feed.Row(index)!.Fingerprint));
            seen.AddRange(Enumerable.Range(seen.Count, feed.Status.RowCount - seen.Count).Select(index => feed.Row(index)!.Fingerprint));
            more = feed.Status.Scan is { IsDone: false };
        }

        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), view, row => row.Name == "call.hangup" && (row.From == number || row.To == number));
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(SandboxOptions options, int pages = 40)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(options.IgnoredFilters.Count > 0 && !options.IgnoredFilters.Overlaps(FilterNames.Borrowed) ? options : options with { IgnoredFilters = FrozenSet<string>.Empty }, new FeedOptions { ScanPages = pages });
    }

    /// <summary>The number with the most events on the side on which it has fewer.</summary>
    private string Busiest() => Numbers().MaxBy(number => number.Value).Key;

    /// <summary>A number with some events on either side, all of which fit on one page.</summary>
    private string Quiet() => Numbers().Where(number => number.Value is > 0 and < 100 && _fixture.Reachable(row => row.From == number.Key || row.To == number.Key).Count < 250).MaxBy(number => number.Value).Key;

    private Dictionary<string, int> Numbers()
    {
        var (from, to) = (_fixture.Reachable().CountBy(row => row.From ?? "").ToDictionary(), _fixture.Reachable().CountBy(row => row.To ?? "").ToDictionary());
        return from.Keys.Where(number => number.Length > 0).ToDictionary(number => number, number => Math.Min(from[number], to.GetValueOrDefault(number)), StringComparer.Ordinal);
    }
}
