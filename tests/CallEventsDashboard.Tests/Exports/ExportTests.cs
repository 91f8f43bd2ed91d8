using System.Collections.Frozen;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>An export has the rows of its list, each once and in order, whatever the service does meanwhile.</summary>
public class ExportTests
{
    private const int Rows = 2200;

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, bool> Cells() => new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [true, false]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Export_OfAList_HasEachRowOnceInOrderAndTheSameBytesAgain(Sandbox.ServiceOrder service, EventOrder view, bool tiesShuffled)
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = Rows, Order = service, TiesShuffled = tiesShuffled, TiedRows = 40 });
        var (export, file) = await fixture.RunAsync(Closed(fixture, view));
        var (rows, tail) = ExportFixture.Read(file);

        fixture.Lists.AssertWhole(rows, view, row => row.OccurredAt <= Edge(fixture));
        Assert.Null(tail);
        Assert.False(export.Summary!.IsPartial);
        Assert.Equal((rows.Count, rows.Count), (export.Rows, export.Summary.Total));
        Assert.InRange(export.Requests, 1, ReadingCost.PagesOf(rows.Count) + 4);
        Assert.Equal(rows.GroupBy(row => row.OccurredAt).SelectMany(group => group.OrderBy(row => row.Fingerprint, StringComparer.Ordinal)), rows);

        var (_, again) = await fixture.RunAsync(Closed(fixture, view));
        Assert.Equal(file, again);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Export_WhileEventsArriveLate_HasThemAtTheirTimeOrSaysHowManyItLacks(Sandbox.ServiceOrder service)
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = Rows, Order = service, Lag = TimeSpan.FromSeconds(20), LiveRate = 2, Latency = TimeSpan.FromMilliseconds(300) });
        var feed = await fixture.OpenAsync();
        var before = fixture.Lists.Reachable(row => row.OccurredAt <= feed.Status.AsOf - TimeSpan.FromMinutes(2)).Select(RowKey.Of).ToList();
        fixture.Lists.Api.Faults = new SandboxFaults { LateRows = 12 };
        var export = fixture.Start(feed);
        await fixture.EndAsync(export);
        var (rows, tail) = ExportFixture.Read(await ExportFixture.BytesAsync(export));

        var times = rows.Select(row => -row.OccurredAt!.Value.UtcTicks).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Empty(before.Where(row => row.Ticks > (fixture.Lists.Time.GetUtcNow() - CallEventFilter.Horizon).UtcTicks).Except(rows.Select(RowKey.Of)));
        Assert.All(rows.CountBy(RowKey.Of), pair => Assert.True(pair.Value <= fixture.Lists.Copies()[pair.Key]));
        Assert.Equal(export.Summary!.IsPartial, tail is not null);
    }

    [Fact]
    public async Task Export_ThatTelnyxAsksToWait_WaitsAndGoesOnWithoutALostRow()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = Rows });
        var feed = await fixture.OpenAsync();
        fixture.Lists.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 1, RetryAfter = "17" };
        var export = fixture.Start(feed);
        await ExportFixture.SeeAsync(export, ExportState.Waiting);
        await fixture.EndAsync(export);

        Assert.Equal(ExportState.Done, export.State);
        fixture.Lists.AssertWhole(ExportFixture.Read(await ExportFixture.BytesAsync(export)).Rows);
    }

    [Fact]
    public async Task Export_OfManyPages_LeavesWhatIsKeptOfEachMinuteForPeople()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = 15_000, RateLimit = new RequestLimit(40, TimeSpan.FromMinutes(1)) });
        var feed = await fixture.OpenAsync();
        var cost = ExportCost.From(feed.Status, feed.CountUnread());
        var least = int.MaxValue;
        var began = fixture.Lists.Time.GetUtcNow();
        var export = fixture.Start(feed);
        export.Changed += () => least = Math.Min(least, export.Status.Allowance?.Left ?? int.MaxValue);
        await fixture.EndAsync(export);

        Assert.InRange(least, 9, 12);
        Assert.Equal(60, cost.Pages);
        Assert.InRange(export.Requests, cost.Requests!.Value - 2, cost.Requests.Value + 4);
        Assert.InRange(fixture.Lists.Time.GetUtcNow() - began, TimeSpan.FromSeconds(30), cost.Duration!.Value + TimeSpan.FromMinutes(1));
        fixture.Lists.AssertWhole(ExportFixture.Read(await ExportFixture.BytesAsync(export)).Rows);
        Assert.InRange(feed.CountUnread(), 15_000 - (250 * (ExportReader.MostBlocks + 3)), 15_000);
    }

    [Fact]
    public async Task Export_ThatFails_GoesOnWhereItStopped()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = Rows });
        var feed = await fixture.OpenAsync();
        var export = fixture.Start(feed);
        await fixture.UntilAsync(export, () => export.Rows > 200);
        fixture.Lists.Api.Faults = new SandboxFaults { Fault = Fault.NotFound };
        await fixture.EndAsync(export);
        Assert.Equal((ExportState.Failed, TelnyxError.Unavailable), (export.State, export.Failure?.Error?.Error));
        Assert.Null(export.Summary);
        Assert.Null(fixture.Store.Issue(export));

        fixture.Lists.Api.Faults = SandboxFaults.None;
        export.Start();
        await fixture.EndAsync(export);
        Assert.Equal(ExportState.Done, export.State);
        fixture.Lists.AssertWhole(ExportFixture.Read(await ExportFixture.BytesAsync(export)).Rows);
    }

    [Fact]
    public async Task Export_ThatIsStopped_HasTheRowsUntilThenAndSaysSoInNameAndLastLine()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = Rows });
        var feed = await fixture.OpenAsync();
        var export = fixture.Start(feed);
        await fixture.UntilAsync(export, () => export.Rows > 500);
        export.Stop();
        await fixture.UntilAsync(export, () => export.State is ExportState.Stopped);
        var (rows, tail) = ExportFixture.Read(await ExportFixture.BytesAsync(export));

        Assert.InRange(rows.Count, 500, Rows - 1);
        Assert.Equal((rows.Count, Rows, "partial"), (tail!.Value.GetProperty("events").GetInt32(), tail.Value.GetProperty("total").GetInt32(), tail.Value.GetProperty("coverage").GetString()));
        Assert.EndsWith("_partial.ndjson", export.FileName, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, rows.Count).Select(index => feed.Row(index)!.OccurredAt), rows.Select(row => row.OccurredAt));
    }

    [Fact]
    public async Task Export_OfARangeBeyondTheHorizon_IsPartialInNameAndLastLine()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = 300 });
        var from = fixture.Lists.Time.GetUtcNow().AddHours(-30);
        var (export, file) = await fixture.RunAsync(CallEventQuery.Default with { Range = new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, from) } }, ExportFixture.Csv);

        Assert.Contains("_partial", export.FileName, StringComparison.Ordinal);
        var last = System.Text.Encoding.UTF8.GetString(file).TrimEnd().Split("\r\n")[^1];
        Assert.StartsWith("# partial: 300 of 300 events as of 2026-", last, StringComparison.Ordinal);
        Assert.Contains("beyond the 24-hour window", last, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Export_OfAFilterThatTelnyxIgnores_HasOnlyWhatMatches(Sandbox.ServiceOrder service, EventOrder view, bool totals)
    {
        using var fixture = new ExportFixture(
            new SandboxOptions { Events = 1200, Order = service, Totals = totals, IgnoredFilters = new[] { FilterNames.Name }.ToFrozenSet() }, new FeedOptions { ScanPages = 2 });
        var (export, file) = await fixture.RunAsync(CallEventQuery.Default with { Name = "call.hangup", Order = view });

        fixture.Lists.AssertWhole(ExportFixture.Read(file).Rows, view, row => row.Name == "call.hangup");
        Assert.False(export.Summary!.IsPartial);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, "?not.name=call.hangup&not.type=command")]
    [InlineData(Sandbox.ServiceOrder.Descending, "?name=call.hangup,call.answered&order=oldest")]
    public async Task Export_OfSeveralValuesOrWithoutSome_HasOnlyWhatMatches_AndTheSameBytesAgain(Sandbox.ServiceOrder service, string link)
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = Rows, Order = service });
        var query = Urls.CallEventQueryString.Parse(link).Query;
        Assert.True(query.Conditions.AreFilteredHere);

        var (export, file) = await fixture.RunAsync(query);
        var (_, again) = await fixture.RunAsync(query);

        fixture.Lists.AssertWhole(ExportFixture.Read(file).Rows, query.Order, row =>
            query.Order is EventOrder.Oldest ? row.Name is "call.hangup" or "call.answered" : row.Name != "call.hangup" && row.Type != "command");
        Assert.False(export.Summary!.IsPartial);
        Assert.Equal(file, again);
    }

    [Theory]
    [InlineData(EventOrder.Newest)]
    [InlineData(EventOrder.Oldest)]
    public async Task Export_OfAParty_HasEventsFromItAndToItOnce(EventOrder view)
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = 1200, Shape = RecordShape.Field });
        var party = fixture.Lists.Reachable(row => row.From is ['+', ..]).CountBy(row => row.From!).MaxBy(pair => pair.Value).Key;
        var (_, file) = await fixture.RunAsync(CallEventQuery.Default with { Party = party, Order = view });
        var rows = ExportFixture.Read(file).Rows;

        Assert.NotEmpty(rows);
        fixture.Lists.AssertWhole(rows, view, row => row.From == party || row.To == party);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Ndjson)]
    public async Task Export_ThatIsMasked_HasNoNumberOfTheAccount(ExportFormat format)
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = 600, Shape = RecordShape.Mixed });
        var (export, file) = await fixture.RunAsync(choice: ExportFixture.Csv with { Format = format, IsMasked = true });
        var text = System.Text.Encoding.UTF8.GetString(file);

        Assert.Contains("_masked", export.FileName, StringComparison.Ordinal);
        Assert.Contains("•", text, StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.Lists.Api.Events().SelectMany(row => new[] { row.From, row.To }).OfType<string>().Where(number => number is ['+', ..]).Distinct(StringComparer.Ordinal),
            number => text.Contains(number[1..], StringComparison.Ordinal));
    }

    private static DateTimeOffset Edge(ExportFixture fixture) => fixture.Lists.Api.Events().Max(row => row.OccurredAt).AddMinutes(-2);

    private static CallEventQuery Closed(ExportFixture fixture, EventOrder view) =>
        CallEventQuery.Default with { Range = new TimeRange { Upper = new TimeBound(TimeComparison.AtOrBefore, Edge(fixture)) }, Order = view };

    [Theory]
    [InlineData(false, "Zoë's private line")]
    [InlineData(true, null)]
    public async Task Export_WithTheNamesOfConnections_ShowsThemAsTheRestIsShown(bool isMasked, string? expected)
    {
        using var exports = new ExportFixture(new SandboxOptions { Events = 60 });
        var ids = exports.Lists.Api.Events().Select(row => row.ConnectionId).Distinct();
        var names = ids.ToDictionary(id => id, _ => "Zoë's private line", StringComparer.Ordinal);

        var (_, file) = await exports.RunAsync(choice: ExportFixture.Csv with { IsMasked = isMasked, ConnectionNames = names });

        var text = System.Text.Encoding.UTF8.GetString(file);
        Assert.Contains("connection_id,connection_name,", text, StringComparison.Ordinal);
        Assert.Equal(expected is not null, text.Contains("Zoë's private line", StringComparison.Ordinal));
        Assert.Empty(exports.Lists.Api.RequestsBeside);
    }
}
