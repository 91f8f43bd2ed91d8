using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Filters that a service leaves out, or may have left out: no event is called a match that is none, or that does not show it.</summary>
public sealed partial class UnappliedFilterTests
{
    private const int Rows = 300;

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, RecordShape, string> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [RecordShape.Documented, RecordShape.Field], [FilterNames.From, FilterNames.To]);

    public static MatrixTheoryData<Sandbox.ServiceOrder, bool> Proofs() => new(Enum.GetValues<Sandbox.ServiceOrder>(), [true, false]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Party_ThatTheServiceIgnores_IsComparedWhereverTheRecordHasIt_AndTheOthersAreCountedApart(Sandbox.ServiceOrder service, EventOrder view, RecordShape shape, string filter)
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = Rows, Span = TimeSpan.FromHours(12), Order = service, Shape = shape, IgnoredFilters = new[] { filter }.ToFrozenSet() });
        string? Party(SandboxEvent row) => filter == FilterNames.From ? row.From : row.To;
        var wanted = fixture.Reachable(row => row.Type == "webhook" && Party(row) is { } party && NumberText.IsE164(party)).CountBy(row => Party(row)!).MaxBy(pair => pair.Value).Key!;
        var feed = fixture.Open((filter == FilterNames.From ? CallEventQuery.Default with { From = wanted } : CallEventQuery.Default with { To = wanted }) with { Order = view });
        var rows = await fixture.ReadAllAsync(feed);

        Assert.Empty(fixture.Reachable(row => Party(row) == wanted).Select(RowKey.Of).Except(rows.Select(RowKey.Of)));
        Assert.DoesNotContain(rows, row => PartiesIn(row, filter).Any(party => !NumberText.AreSame(party, wanted)));
        var silent = rows.Count(row => !PartiesIn(row, filter).Any());
        Assert.InRange(silent, 1, rows.Count - 1);
        Assert.Equal((Coverage.Complete, rows.Count - silent, silent, rows.Count), (feed.Status.Coverage, feed.Status.Total, feed.Status.CannotTell, feed.Status.RowCount));

        feed.HidesUndecided = true;
        Assert.Equal((rows.Count - silent, silent), (feed.Status.RowCount, feed.Status.CannotTell));
        var matches = Enumerable.Range(0, feed.Status.RowCount).Select(index => feed.Row(index)!).ToList();
        Assert.Equal(rows.Where(row => PartiesIn(row, filter).Any()).Select(RowKey.Of), matches.Select(RowKey.Of));
        Assert.Null(feed.Row(feed.Status.RowCount));
    }

    [Theory]
    [MemberData(nameof(Proofs))]
    public async Task Filter_ThatAllRowsReadAgreeWith_IsConfirmedByACountWithoutIt(Sandbox.ServiceOrder service, bool isIgnored)
    {
        // All calls of the account are faxes, or half of them: where the filter leaves out nothing, nothing shows whether it was applied.
        using var fixture = new FeedFixture(new SandboxOptions
        {
            Events = 0,
            Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Fax] = 400, [CallScenario.Inbound] = isIgnored ? 0 : 100 },
            Order = service,
            Shape = RecordShape.Field,
            IgnoredFilters = isIgnored ? new[] { FilterNames.Product }.ToFrozenSet() : FrozenSet<string>.Empty,
        });
        var feed = fixture.Open(CallEventQuery.Default with { Product = "fax" });
        await fixture.UntilAsync(feed, status => status.Coverage is Coverage.Complete && feed.RequestLog.Any(entry => entry.Purpose == "count" && entry.Duration is not null)
            && status.AppliedBy["product"] == (isIgnored ? AppliedBy.Unverified : AppliedBy.Api));

        Assert.Single(feed.RequestLog, entry => entry.Purpose == "count");

        // Once every row was read, none can contradict it any more.
        await fixture.ReadAllAsync(feed);
        Assert.Equal(AppliedBy.Api, feed.Status.AppliedBy["product"]);
    }

    // What a transfer names is where the call goes on to.
    private static IEnumerable<string> PartiesIn(CallEvent row, string name) => row.Name == "transfer"
        ? []
        : Parties().Matches(Encoding.UTF8.GetString(row.Raw.Span)).Where(match => match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(match => Regex.Unescape(match.Groups["party"].Value));

    [GeneratedRegex("""
        "(?<name>from|to)":"(?<party>[^"]*)"
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parties();
}
