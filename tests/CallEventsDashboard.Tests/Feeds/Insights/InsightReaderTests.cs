using System.Collections.Frozen;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>Measures are exact or not given, cost what was said, and are asked for by a person alone.</summary>
public sealed class InsightReaderTests : InsightContext
{
    private const int Rows = 2000;

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Count_OfARange_IsThatOfTheAccountForTheRequestsThatWereSaid(Sandbox.ServiceOrder service, string range)
    {
        Start(new SandboxOptions { Events = Rows, Order = service, Shape = RecordShape.Mixed });
        var query = CallEventQuery.Default with { Range = RangeOf(range) };
        var wanted = FilterPlan.For(query, Fixture.Time.GetUtcNow()).Wanted;
        var there = Fixture.Reachable(row => wanted.Includes(row.OccurredAt));
        var reader = Fixture.OpenInsights(query);
        Assert.Equal((MeasureState.NotCounted, 0L), (reader.Status.Counts[Measure.Events].State, Fixture.Api.RequestCount));
        var said = reader.Status.Requests;

        var status = await CountAsync(reader);

        Assert.All(Measure.All, measure => Assert.Equal((MeasureState.Counted, Truth(measure, there)), (status.Counts[measure].State, status.Counts[measure].Count)));
        Assert.Equal(range switch { "between" => 46, "all" => 15, _ => 16 }, said);
        if (status.IsMost)
            Assert.InRange(Fixture.Api.RequestCount, 1, said);
        else
            Assert.Equal(said, Fixture.Api.RequestCount);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, "all")]
    [InlineData(Sandbox.ServiceOrder.Descending, "all")]
    [InlineData(Sandbox.ServiceOrder.Ascending, "since")]
    [InlineData(Sandbox.ServiceOrder.Descending, "since")]
    public async Task Count_WhileTheAccountDrifts_IsThatOfAnInstantInBetween(Sandbox.ServiceOrder service, string range)
    {
        Start(new SandboxOptions { Events = 3000, Order = service, Shape = RecordShape.Mixed, TiesShuffled = true, LiveRate = 0.5, Lag = TimeSpan.FromSeconds(5) });
        var query = CallEventQuery.Default with { Range = RangeOf(range) };
        var wanted = FilterPlan.For(query, Fixture.Time.GetUtcNow()).Wanted;
        var reader = Fixture.OpenInsights(query);
        for (var round = 0; round < 3; round++)
        {
            Fixture.Time.Advance(TimeSpan.FromMinutes(1));
            var (begun, before) = (Fixture.Time.GetUtcNow(), Fixture.Api.Events());
            var status = await CountAsync(reader);
            var (ended, after) = (Fixture.Time.GetUtcNow(), Fixture.Api.Events());
            foreach (var measure in Measure.All)
            {
                var least = Truth(measure, [.. before.Where(row => row.OccurredAt > ended - CallEventFilter.Horizon && wanted.Includes(row.OccurredAt))]);
                var most = Truth(measure, [.. after.Where(row => row.OccurredAt > begun - CallEventFilter.Horizon && wanted.Includes(row.OccurredAt))]);
                Assert.InRange(status.Counts[measure].Count ?? -1, least, most);
            }
        }
    }

    [Theory]
    [InlineData(FilterNames.Name)]
    [InlineData(FilterNames.Failed)]
    [InlineData(FilterNames.Type)]
    [InlineData(FilterNames.Product)]
    [InlineData(FilterNames.OccurredAt)]
    public async Task Count_WhereTelnyxIgnoresAFilter_IsNotGiven(string ignored)
    {
        Start(new SandboxOptions { Events = Rows, IgnoredFilters = new[] { ignored }.ToFrozenSet(StringComparer.Ordinal) });
        var reader = Fixture.OpenInsights(CallEventQuery.Default with { Range = RangeOf("until") });

        var status = await CountAsync(reader);

        Assert.All(Measure.All.Where(measure => ignored == FilterNames.OccurredAt || measure.Asked.Any(filter => filter.Name == ignored)), measure => Assert.True(status.Counts[measure] is { Count: null, State: MeasureState.Ignored or MeasureState.Unproven }, $"{measure} is {status.Counts[measure].State}."));
        var others = Measure.All.Where(measure => ignored != FilterNames.OccurredAt && measure.Asked.All(filter => filter.Name != ignored));
        var there = Fixture.Reachable(row => row.OccurredAt < RangeOf("until").Upper!.Value.At);
        Assert.All(others, measure => Assert.Equal(Truth(measure, there), status.Counts[measure].Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Count_OfAListWithAFilter_IsGivenWhereTelnyxAppliesIt(bool isIgnored)
    {
        Start(new SandboxOptions { Events = Rows, IgnoredFilters = isIgnored ? new[] { FilterNames.ConnectionId }.ToFrozenSet(StringComparer.Ordinal) : [] });
        var connection = Fixture.Reachable().CountBy(row => row.ConnectionId).MaxBy(pair => pair.Value).Key;
        var reader = Fixture.OpenInsights(CallEventQuery.Default with { ConnectionId = connection });
        Assert.Equal(16, reader.Status.Requests);

        var status = await CountAsync(reader);

        Assert.Equal(isIgnored ? AppliedBy.Dashboard : AppliedBy.Api, status.AppliedBy["connection_id"]);
        Assert.All(Measure.All, measure => Assert.Equal(isIgnored ? null : Truth(measure, Fixture.Reachable(row => row.ConnectionId == connection)), status.Counts[measure].Count));
    }

    [Fact]
    public async Task Count_WithoutTheNumberOfAllEvents_EndsAndSaysWhyOfEach()
    {
        Start(new SandboxOptions { Events = Rows, Totals = false });
        var status = await CountAsync(Fixture.OpenInsights(CallEventQuery.Default));

        Assert.All(Measure.All, measure => Assert.Equal((MeasureState.NoTotal, null), (status.Counts[measure].State, status.Counts[measure].Count)));
        Assert.Equal((1L, null), (Fixture.Api.RequestCount, status.HangupsRead));
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task Count_OfARollingRangeByAClockThatIsWrong_IsThatOfTheServicesForTheRequestsThatWereSaid(int seconds)
    {
        Start(new SandboxOptions { Events = Rows, Shape = RecordShape.Mixed });
        Fixture.Local.Offset = TimeSpan.FromSeconds(seconds);
        var reader = Fixture.OpenInsights(CallEventQuery.Default with { Range = RangeOf("last") });
        var said = reader.Status.Requests;

        var status = await CountAsync(reader);

        Assert.Equal(said, Fixture.Api.RequestCount);
        var from = status.CountedFrom!.Value;
        Assert.InRange((Fixture.Time.GetUtcNow().AddHours(-8) - from).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.All(Measure.All, measure => Assert.Equal(Truth(measure, Fixture.Reachable(row => row.OccurredAt >= from)), status.Counts[measure].Count));
    }

    [Fact]
    public async Task Count_OfAListThatIsFilteredHere_AsksNothing()
    {
        Start(new SandboxOptions { Events = Rows });
        foreach (var query in new[] { CallEventQuery.Default with { Search = "x" }, CallEventQuery.Default with { CallFailed = true }, CallEventQuery.Default with { Party = "+12025550142" }, CallEventQuery.Default with { Conditions = QueryConditions.None.Excluding(FilterCatalogue.EventName, "call.cost")! } })
        {
            var reader = Fixture.OpenInsights(query);
            reader.Count(FeedFixture.Key);
            Assert.Equal((0, InsightActivity.None, MeasureState.FilteredHere), (reader.Status.Requests, reader.Status.Activity, reader.Status.Counts[Measure.Events].State));
        }

        Assert.Equal(0, Fixture.Api.RequestCount);
    }

    [Fact]
    public async Task Count_OfAListThatLeavesAMeasureOut_DoesNotAskForIt()
    {
        Start(new SandboxOptions { Events = Rows });
        var reader = Fixture.OpenInsights(CallEventQuery.Default with { Type = "command" });
        var said = reader.Status.Requests;
        var status = await CountAsync(reader);

        Assert.Equal(4, said);
        Assert.Equal(said, Fixture.Api.RequestCount);
        Assert.Equal((MeasureState.NotInList, MeasureState.NotInList), (status.Counts[Measure.Calls].State, status.Counts[Measure.FailedWebhooks].State));
        Assert.Equal(Fixture.Reachable(row => row.Type == "command" && row.Failed).Count, status.Counts[Measure.RefusedCommands].Count);
    }

    [Fact]
    public async Task Count_WhereTelnyxRefusesRequests_WaitsAndGoesOn()
    {
        Start(new SandboxOptions { Events = Rows });
        Fixture.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 3, RetryAfter = "7" };
        var reader = Fixture.OpenInsights(CallEventQuery.Default);
        var hasWaited = false;
        reader.Changed += () => hasWaited |= reader.Status is { IsWaiting: true, WaitUntil: not null };

        var status = await CountAsync(reader);

        Assert.True(hasWaited);
        Assert.Null(status.Failure);
        Assert.All(Measure.All, measure => Assert.Equal(Truth(measure, Fixture.Reachable()), status.Counts[measure].Count));
    }

    [Fact]
    public async Task Count_ThatFails_SaysWhyAndGivesNoNumberOfIt()
    {
        Start(new SandboxOptions { Events = Rows });
        Fixture.Api.Faults = new SandboxFaults { Fault = Fault.Unauthorized };
        var reader = Fixture.OpenInsights(CallEventQuery.Default);
        var status = await CountAsync(reader);

        Assert.Equal(TelnyxError.Unauthorized, status.Failure!.Error!.Error);
        Assert.All(Measure.All, measure => Assert.Equal(MeasureState.Failed, status.Counts[measure].State));
        Assert.Equal((1L, 15), (Fixture.Api.RequestCount, status.Requests));

        Fixture.Api.Faults = SandboxFaults.None;
        Assert.Null((await CountAsync(reader)).Failure);
    }

    [Fact]
    public async Task Count_ThatFailsHalfway_OffersToReadWhatWasCounted()
    {
        Start(new SandboxOptions { Events = Rows });
        // Several requests are under way at once: which are answered is decided by what they ask. The hang-ups, and what proves that their filters were applied.
        var answered = new HashSet<string>(StringComparer.Ordinal);
        Fixture.Wire.Rewrite = (_, query) =>
        {
            lock (answered)
            {
                if (Needed(query) is { } kind && answered.Add(kind) && answered.Count == 4)
                    Fixture.Api.Faults = new SandboxFaults { Fault = Fault.Unauthorized };
            }
        };
        var reader = Fixture.OpenInsights(CallEventQuery.Default);

        var status = await CountAsync(reader);

        Assert.NotNull(status.Failure);
        var ended = Truth(Measure.Ended, Fixture.Reachable()) + Truth(Measure.TexmlEnded, Fixture.Reachable());
        Assert.Equal((ended, null), (status.HangupsRead!.Total, status.HangupsRead.Uncounted));
        Fixture.Wire.Rewrite = null;
        Fixture.Api.Faults = SandboxFaults.None;
        reader.ReadHangups(FeedFixture.Key);
        Assert.Equal((true, ended), ((await EndAsync(reader)).HangupsRead!.IsWhole, reader.Status.HangupsRead!.Read));

        static string? Needed(string query) => query.Contains("call.hangup", StringComparison.Ordinal) ? "ended"
            : query.Contains("call_hangup", StringComparison.Ordinal) ? "ended-texml"
            : !query.Contains("=command", StringComparison.Ordinal) ? null
            : query.Contains("[failed]", StringComparison.Ordinal) ? "refused" : "commands";
    }

    [Fact]
    public async Task Count_WithoutOneOfTwoMeasures_OffersTheOtherAndSaysWhichLacks()
    {
        Start(new SandboxOptions { Events = Rows, Shape = RecordShape.Mixed });
        Fixture.Wire.Rewrite = (body, query) =>
        {
            if (query.Contains("call_hangup", StringComparison.Ordinal))
                body.Remove("meta");
        };
        var status = await CountAsync(Fixture.OpenInsights(CallEventQuery.Default));

        Assert.Equal(MeasureState.NoTotal, status.Counts[Measure.TexmlEnded].State);
        Assert.Equal((Measure.TexmlEnded, Truth(Measure.Ended, Fixture.Reachable())), (status.HangupsRead!.Uncounted, status.HangupsRead.Total));
    }

    [Fact]
    public async Task Stop_WhileItCounts_SendsNoMore()
    {
        Start(new SandboxOptions { Events = Rows });
        Fixture.Api.Faults = new SandboxFaults { LatencyMs = 1000 };
        var reader = Fixture.OpenInsights(CallEventQuery.Default);
        reader.Changed += () =>
        {
            if (reader.Status.Answered >= 3)
                reader.Stop();
        };

        var status = await CountAsync(reader);

        Assert.InRange(Fixture.Api.RequestCount, 3, 7);
        Assert.Null(status.Failure);
        Assert.Equal(MeasureState.Failed, status.Counts[Measure.FailedWebhooks].State);
    }
}
