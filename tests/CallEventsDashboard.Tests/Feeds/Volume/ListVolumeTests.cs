using System.Collections.Frozen;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>The volume of a list is that of its events, costs few requests, and is left out where it can't be exact.</summary>
public sealed class ListVolumeTests : IDisposable
{
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, string> Cells() => new(Enum.GetValues<Sandbox.ServiceOrder>(), ["", "last", "closed", "name", "few"]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Volume_OfAList_HasItsEventsInFewRequests(Sandbox.ServiceOrder order, string kind)
    {
        Start(new SandboxOptions { Events = 3000, Order = order, Shape = RecordShape.Mixed });
        var query = QueryOf(kind);
        var feed = await OpenAsync(query);
        // Opening a range counts what is below it.
        var before = Counts(feed);

        var volume = await CountAsync(feed);

        var wanted = FilterPlan.For(query, _fixture.Time.GetUtcNow()).Wanted;
        var there = _fixture.Reachable(row => wanted.Includes(row.OccurredAt) && (query.Name is null || row.Name == query.Name));
        Assert.Equal((VolumeState.Counted, there.Count), (volume.State, volume.Total));
        Assert.All(volume.Buckets.Skip(1).SkipLast(1), bucket => Assert.Equal(there.Count(row => row.OccurredAt >= bucket.From && row.OccurredAt < bucket.To), bucket.Count));
        Assert.InRange(Counts(feed) - before, kind.Length == 0 ? 1 : 0, kind is "few" ? 0 : 7);
        Assert.True(kind is not "few" || volume.FinerRequests == 0);
    }

    public static MatrixTheoryData<Sandbox.ServiceOrder, string, double> Sums() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), ["not.name=call.hangup", "name=call.hangup,call.answered", "not.type=command", "from", "not.name=call.hangup&product=call_control&last=6h"], [1.2]);

    [Theory]
    [MemberData(nameof(Sums))]
    public async Task Volume_OfAListThatIsFilteredHere_IsTheSumOfWhatTelnyxCounts_OnceItIsAskedFor(Sandbox.ServiceOrder order, string link, double rate)
    {
        Start(new SandboxOptions { Events = 6000, Order = order, Shape = RecordShape.Mixed, LiveRate = rate, Lag = TimeSpan.FromSeconds(20), TiesShuffled = rate > 0 });
        var numbers = _fixture.Api.Events().Select(row => row.From).OfType<string>().Where(number => number.StartsWith('+')).CountBy(number => number).OrderByDescending(pair => pair.Value).Take(2).Select(pair => Uri.EscapeDataString(pair.Key));
        var query = Urls.CallEventQueryString.Parse($"?{(link == "from" ? $"from={string.Join(',', numbers)}" : link)}").Query;
        var feed = _fixture.Open(query);
        feed.Want(0, 10, readsAhead: false);
        await _fixture.UntilAsync(() => feed.Status is { Total: > 0 } or { Scan.RowsRead: > 0 });
        Assert.True(query.IsDashboardsOwn);

        var costly = await CountAsync(feed);
        Assert.Equal((VolumeState.Costly, 0), (costly.State, costly.Buckets.Count));
        var before = Counts(feed);
        feed.CountVolume(VolumeSeries.All, finer: true);
        await _fixture.UntilAsync(() => feed.Volume(VolumeSeries.All).State is not VolumeState.Costly and not VolumeState.Counting);
        var volume = feed.Volume(VolumeSeries.All);

        Assert.Equal(VolumeState.Counted, volume.State);
        Assert.InRange(Counts(feed) - before, 4, costly.FinerRequests);
        var there = _fixture.Reachable(row => link switch
        {
            "from" => query.Conditions.For(FilterCatalogue.From).AnyOf.Contains(row.From),
            "name=call.hangup,call.answered" => row.Name is "call.hangup" or "call.answered",
            "not.type=command" => row.Type != "command",
            "not.name=call.hangup" => row.Name != "call.hangup",
            _ => row.Name != "call.hangup" && row.Product == "call_control",
        });
        Assert.NotEqual(0, volume.Total);
        Assert.All(volume.Buckets.Where(bucket => bucket.IsSettled), bucket => Assert.Equal(
            (bucket.From, there.Count(row => row.OccurredAt >= bucket.From && row.OccurredAt < bucket.To)), (bucket.From, bucket.Count)));
    }

    [Theory]
    [InlineData("?not.from=%2B17025550166")]
    [InlineData("?not.application_name=abc,abcd")]
    [InlineData("?q=hangup")]
    public void Volume_ThatNoCountsGive_IsNoSum(string link) => Assert.Empty(VolumeTerm.From(Urls.CallEventQueryString.Parse(link).Query));

    [Fact]
    public async Task Volume_CountedFiner_HasTheSameEventsInMoreBuckets()
    {
        Start(new SandboxOptions { Events = 3000 });
        var feed = await OpenAsync(CallEventQuery.Default);
        var coarse = await CountAsync(feed);
        var before = Counts(feed);

        feed.CountVolume(VolumeSeries.All, finer: true);
        await _fixture.UntilAsync(() => feed.Volume(VolumeSeries.All) is { State: VolumeState.Counted } volume && volume.Step < coarse.Step);

        var finer = feed.Volume(VolumeSeries.All);
        Assert.Equal(coarse.Total, finer.Total);
        Assert.True(finer.Buckets.Count > coarse.Buckets.Count);
        Assert.InRange(Counts(feed) - before, 1, coarse.FinerRequests);
    }

    [Fact]
    public async Task Volume_OfFailedEvents_IsThatOfTheAccount()
    {
        Start(new SandboxOptions { Events = 3000 });
        var feed = await OpenAsync(CallEventQuery.Default);

        var volume = await CountAsync(feed, VolumeSeries.Failed);

        Assert.Equal(_fixture.Reachable(row => row.Failed).Count, volume.Total);
        Assert.NotEqual(0, volume.Total);
    }

    [Fact]
    public async Task Volume_SharedByTwoViewers_IsCountedOnce()
    {
        Start(new SandboxOptions { Events = 3000 });
        var one = await OpenAsync(CallEventQuery.Default);
        await CountAsync(one);
        var counts = Counts(one);

        await CountAsync(one);
        var again = await OpenAsync(CallEventQuery.Default);
        var volume = await CountAsync(again);

        Assert.Equal((counts, VolumeState.Counted), (Counts(one), volume.State));
        Assert.True(Counts(again) < counts, $"{Counts(again)} requests after {counts}.");
    }

    [Fact]
    public async Task Volume_WhereTheServiceIgnoresAFilter_IsNotGiven()
    {
        Start(new SandboxOptions { Events = 3000, IgnoredFilters = FrozenSet.Create(StringComparer.Ordinal, "name") });
        var feed = _fixture.Open(CallEventQuery.Default with { Name = "call.hangup" });
        await _fixture.UntilAsync(feed, status => status.Scan is { IsDone: true } or { IsStopped: true });

        feed.CountVolume(VolumeSeries.All);

        await _fixture.UntilAsync(() => feed.Volume(VolumeSeries.All).State is not VolumeState.Counting);
        // Where all rows were read after all, they are counted from these.
        var volume = feed.Volume(VolumeSeries.All);
        Assert.Equal(volume.State is VolumeState.Counted ? _fixture.Reachable(row => row.Name == "call.hangup").Count : 0, volume.Total);
    }

    [Fact]
    public async Task Volume_AfterAnError_SaysSoAndIsCountedWhenAskedAgain()
    {
        Start(new SandboxOptions { Events = 3000 });
        var feed = await OpenAsync(CallEventQuery.Default);
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };

        var failed = await CountAsync(feed);
        Assert.Equal(VolumeState.Failed, failed.State);
        Assert.Null(feed.Status.Failure);

        _fixture.Api.Faults = SandboxFaults.None;
        Assert.Equal(VolumeState.Counted, (await CountAsync(feed)).State);
    }

    public void Dispose() => _fixture.Dispose();

    // Whether a filter was applied is asked for with one row, in its own time.
    private static int Counts(CallEventFeed feed) => feed.RequestLog.Count(entry => entry is { Purpose: "count", Rows: > 1 });

    private void Start(SandboxOptions options)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(options);
    }

    private async Task<CallEventFeed> OpenAsync(CallEventQuery query)
    {
        var feed = _fixture.Open(query);
        await _fixture.SettleAsync(feed);
        return feed;
    }

    private async Task<EventVolume> CountAsync(CallEventFeed feed, VolumeSeries series = VolumeSeries.All)
    {
        feed.CountVolume(series);
        await _fixture.UntilAsync(() => feed.Volume(series).State is not VolumeState.Waiting and not VolumeState.Counting);
        return feed.Volume(series);
    }

    private CallEventQuery QueryOf(string kind)
    {
        var now = _fixture.Time.GetUtcNow();
        return kind switch
        {
            "last" => CallEventQuery.Default with { Range = new TimeRange { Last = TimeSpan.FromHours(6) } },
            "closed" => CallEventQuery.Default with { Range = new TimeRange { Lower = new(TimeComparison.After, now.AddHours(-20)), Upper = new(TimeComparison.AtOrBefore, now.AddHours(-2)) } },
            "name" => CallEventQuery.Default with { Name = "call.hangup" },
            "few" => CallEventQuery.Default with { Range = new TimeRange { Last = TimeSpan.FromMinutes(30) } },
            _ => CallEventQuery.Default,
        };
    }
}
