using System.Collections.Frozen;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Numbers beside the values of a filter are exact, cost one small request each, and are left out where they can't be exact.</summary>
public sealed class ValueCountTests : IDisposable
{
    private const int Rows = 2000;
    private static readonly string[] Names = ["call.initiated", "call.answered", "call.hangup", "no.such.event"];
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, string> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), ["all", "last", "since", "until", "between", "between exclusive", "beyond the horizon", "one instant"]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Count_OfNamesAndTypes_IsThatOfTheAccount(Sandbox.ServiceOrder service, string range)
    {
        Start(new SandboxOptions { Events = Rows, Order = service, Shape = RecordShape.Mixed });
        var query = CallEventQuery.Default with { Range = RangeOf(range) };
        var wanted = FilterPlan.For(query, _fixture.Time.GetUtcNow()).Wanted;
        var there = _fixture.Reachable(row => wanted.Includes(row.OccurredAt));
        var feed = _fixture.Open(query);

        var names = await CountAsync(feed, FilterCatalogue.EventName, ["", .. Names]);
        Assert.Equal(there.Count, names[""]);
        Assert.All(Names, name => Assert.Equal(there.Count(row => row.Name == name), names[name]));
        if (range != "one instant")
        {
            var types = await CountAsync(feed, FilterCatalogue.Type, ["command", "webhook"]);
            Assert.Equal((there.Count(row => row.Type == "command"), there.Count(row => row.Type != "command")), (types["command"], types["webhook"]));
        }
    }

    [Fact]
    public async Task Count_UnderOtherFilters_RespectsThem()
    {
        Start(new SandboxOptions { Events = Rows });
        var feed = _fixture.Open(CallEventQuery.Default with { Type = "webhook", Failed = false, Name = "call.hangup" });

        var names = await CountAsync(feed, FilterCatalogue.EventName, Names);
        Assert.All(Names, name => Assert.Equal(_fixture.Reachable(row => row.Type != "command" && !row.Failed && row.Name == name).Count, names[name]));
        var failed = await CountAsync(feed, FilterCatalogue.Failed, ["true", "false"]);
        Assert.All(new[] { true, false }, it => Assert.Equal(
            _fixture.Reachable(row => row.Type != "command" && row.Name == "call.hangup" && row.Failed == it).Count, failed[it ? "true" : "false"]));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Count_OfRandomQueries_IsThatOfTheAccountWhileItDrifts(Sandbox.ServiceOrder service)
    {
        Start(new SandboxOptions { Events = 3000, Order = service, Shape = RecordShape.Mixed, TiesShuffled = true, LiveRate = 0.2, Lag = TimeSpan.FromSeconds(5) });
        var random = new Random(7);
        var all = _fixture.Reachable();
        Dictionary<FilterParameter, Func<SandboxEvent, string?>> truth = new()
        {
            [FilterCatalogue.EventName] = row => row.Name,
            [FilterCatalogue.Type] = row => row.Type == "command" ? "command" : "webhook",
            [FilterCatalogue.Product] = row => row.Product,
            [FilterCatalogue.ConnectionId] = row => row.ConnectionId,
            [FilterCatalogue.Failed] = row => row.Failed ? "true" : "false",
        };
        for (var round = 0; round < 25; round++)
        {
            var (filters, query) = (truth.Keys.OrderBy(_ => random.Next()).ToList(), CallEventQuery.Default with { Order = (EventOrder)random.Next(2) });
            var counted = filters[0];
            foreach (var filter in filters.Skip(1).Take(random.Next(3)))
                query = filter.With(query, truth[filter](all[random.Next(all.Count)]));
            // What the list itself asks of the filter that is counted does not narrow the numbers.
            if (random.Next(3) == 0)
                query = query with { Conditions = query.Conditions.Excluding(counted, truth[counted](all[random.Next(all.Count)])!)! };
            var feed = _fixture.Open(query);
            string[] values = [.. all.Select(truth[counted]).OfType<string>().CountBy(value => value).OrderByDescending(pair => pair.Value).Take(4).Select(pair => pair.Key), "x"];
            if (counted.Choices.Count > 0)
                values = [.. counted.Choices.Select(choice => choice.Value)];

            // Events arrive and expire while it is counted: the number is that of an instant in between.
            bool Belongs(SandboxEvent row, string value) => truth[counted](row) == value
                && query.Conditions.All.Where(condition => condition.Parameter != counted).All(condition => truth[condition.Parameter](row) == condition.Single);
            var (begun, before) = (_fixture.Time.GetUtcNow(), _fixture.Api.Events());
            var counts = await CountAsync(feed, counted, values);
            var (ended, after) = (_fixture.Time.GetUtcNow(), _fixture.Api.Events());
            foreach (var value in values)
            {
                var least = before.Count(row => row.OccurredAt > ended - CallEventFilter.Horizon && Belongs(row, value));
                var most = after.Count(row => row.OccurredAt > begun - CallEventFilter.Horizon && Belongs(row, value));
                Assert.True(counts[value] >= least && counts[value] <= most, $"Round {round}: {counted} at {value} in {query.Conditions} is {least} to {most}, and was counted as {counts[value]?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"}.");
            }

            feed.Dispose();
        }
    }

    [Fact]
    public async Task Count_OfFiftyRandomQueries_IsExactlyThatOfTheAccount()
    {
        Start(new SandboxOptions { Events = Rows, Shape = RecordShape.Mixed });
        var (random, all) = (new Random(3), _fixture.Reachable());
        for (var round = 0; round < 50; round++)
        {
            var (one, other) = (all[random.Next(all.Count)], all[random.Next(all.Count)]);
            var query = CallEventQuery.Default with
            {
                Order = (EventOrder)random.Next(2),
                Type = random.Next(2) == 0 ? null : one.Type == "command" ? "command" : "webhook",
                Failed = random.Next(3) == 0 ? one.Failed : null,
                ConnectionId = random.Next(3) == 0 ? one.ConnectionId : null,
            };
            var feed = _fixture.Open(query);
            var there = _fixture.Reachable(row => (query.Type is null || (row.Type == "command") == (query.Type == "command")) && (query.Failed is null || row.Failed == query.Failed) && (query.ConnectionId is null || row.ConnectionId == query.ConnectionId));
            string[] values = [.. new[] { one.Name, other.Name, "call.hangup" }.Distinct(StringComparer.Ordinal)];

            var names = await CountAsync(feed, FilterCatalogue.EventName, values);
            Assert.All(values, value => Assert.Equal(there.Count(row => row.Name == value), names[value]));
            var products = await CountAsync(feed, FilterCatalogue.Product, ["call_control", "fax", "texml"]);
            Assert.All(products, pair => Assert.Equal(there.Count(row => row.Product == pair.Key), pair.Value));
            feed.Dispose();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Count_OfAValueThatAllEventsHave_IsToldWhereOneThatNoneHasShowsTheFilter(bool isIgnored)
    {
        Start(new SandboxOptions { Events = Rows, IgnoredFilters = isIgnored ? new[] { FilterNames.ConnectionId }.ToFrozenSet(StringComparer.Ordinal) : [] });
        var session = _fixture.Reachable(row => row.SessionId is not null).CountBy(row => row.SessionId!.Value).MaxBy(pair => pair.Value);
        var connection = _fixture.Reachable(row => row.SessionId == session.Key)[0].ConnectionId;
        var feed = _fixture.Open(CallEventQuery.Default with { ApplicationSessionId = session.Key.ToString("D") });

        var counts = await CountAsync(feed, FilterCatalogue.ConnectionId, [connection]);

        Assert.Equal(isIgnored ? null : session.Value, counts[connection]);
    }

    [Fact]
    public async Task Count_AskedAgain_IsKeptForSeconds()
    {
        Start(new SandboxOptions { Events = Rows });
        var (one, other) = (_fixture.Open(), _fixture.Open());
        await CountAsync(one, FilterCatalogue.EventName, Names);
        var sent = Counts(one);
        Assert.Equal(Names.Length + 1, sent);
        await CountAsync(one, FilterCatalogue.EventName, Names);
        Assert.Equal((sent, 0), (Counts(one), Counts(other)));

        _fixture.Time.Advance(TimeSpan.FromSeconds(11));
        _fixture.Api.AddNewRows(40);
        var names = await CountAsync(one, FilterCatalogue.EventName, ["", .. Names]);
        Assert.Equal(2 * sent, Counts(one));
        Assert.Equal(_fixture.Reachable().Count, names[""]);
    }

    [Fact]
    public async Task Count_OfManyValues_AsksForFew()
    {
        Start(new SandboxOptions { Events = Rows });
        var feed = _fixture.Open();
        var values = Enumerable.Range(0, 500).Select(i => $"name.{i}").ToList();
        var counts = await CountAsync(feed, FilterCatalogue.EventName, values);

        Assert.Equal(ValueCounter.MaxValues + 1, Counts(feed));
        Assert.Equal((ValueCounter.MaxValues, values.Count), (counts.Count(pair => pair.Value is 0), counts.Count));
    }

    [Fact]
    public async Task Count_NoLongerWanted_IsNotSent()
    {
        Start(new SandboxOptions { Events = Rows });
        var feed = _fixture.Open();
        using var closed = new CancellationTokenSource();
        var told = 0;
        var values = Enumerable.Range(0, 50).Select(i => $"name.{i}").ToList();

        async Task<bool> ReadSomeAsync()
        {
            try
            {
                await foreach (var _ in feed.CountAsync(FilterCatalogue.EventName, new CountOrder(values), closed.Token))
                {
                    if (++told == 3)
                        await closed.CancelAsync();
                }

                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        Assert.False(await _fixture.RunAsync(ReadSomeAsync()));
        await _fixture.SettleAsync(feed);
        Assert.InRange(Counts(feed), 4, 7);
    }

    [Fact]
    public async Task Count_OfAListThatIsClosed_Ends()
    {
        Start(new SandboxOptions { Events = Rows });
        var feed = _fixture.Open();
        feed.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CountAsync(feed, FilterCatalogue.EventName, Names));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Count_WhereTheServiceIgnoresTheFilter_IsNotTold(Sandbox.ServiceOrder service)
    {
        string[] ignored = [FilterNames.Name, FilterNames.Status];
        Start(new SandboxOptions { Events = Rows, Order = service, IgnoredFilters = ignored.ToFrozenSet(StringComparer.Ordinal) });
        var feed = _fixture.Open();
        var everyName = _fixture.Api.Events().Select(row => row.Name).Distinct(StringComparer.Ordinal).ToList();

        Assert.All(await CountAsync(feed, FilterCatalogue.EventName, everyName), pair => Assert.Null(pair.Value));
        Assert.All(await CountAsync(feed, FilterCatalogue.Status, ["init", "in_progress", "completed"]), pair => Assert.Null(pair.Value));
        var types = await CountAsync(feed, FilterCatalogue.Type, ["command", "webhook"]);
        Assert.Equal(_fixture.Reachable(row => row.Type == "command").Count, types["command"]);
    }

    [Fact]
    public async Task Count_WhereTheDashboardFiltersItself_AsksNothing()
    {
        Start(new SandboxOptions { Events = Rows, IgnoredFilters = new[] { FilterNames.Name }.ToFrozenSet(StringComparer.Ordinal) });
        var scan = _fixture.Open(CallEventQuery.Default with { Name = "call.hangup" });
        await _fixture.UntilAsync(scan, status => status.Scan is { IsDone: true });
        var search = _fixture.Open(CallEventQuery.Default with { Search = "call" });
        await _fixture.UntilAsync(search, status => status.Scan is { IsDone: true } or { IsStopped: true });
        var sent = (Counts(scan), Counts(search));

        Assert.All(await CountAsync(scan, FilterCatalogue.Type, ["command", "webhook"]), pair => Assert.Null(pair.Value));
        Assert.All(await CountAsync(search, FilterCatalogue.Type, ["command", "webhook"]), pair => Assert.Null(pair.Value));
        Assert.Equal(sent, (Counts(scan), Counts(search)));
    }

    [Fact]
    public async Task Count_WithoutTotals_IsNotTold()
    {
        Start(new SandboxOptions { Events = Rows, Totals = false });

        Assert.All(await CountAsync(_fixture.Open(), FilterCatalogue.EventName, ["", .. Names]), pair => Assert.Null(pair.Value));
    }

    [Theory]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.InvalidFilter)]
    [InlineData(Fault.RateLimited)]
    [InlineData(Fault.Truncated)]
    public async Task Count_ThatFails_IsNotToldAndLeavesTheListAlone(Fault fault)
    {
        Start(new SandboxOptions { Events = Rows });
        var feed = _fixture.Open();
        await _fixture.SettleAsync(feed);
        var before = _fixture.Api.RequestCount;
        _fixture.Api.Faults = new SandboxFaults { Fault = fault, RetryAfter = "2" };

        Assert.All(await CountAsync(feed, FilterCatalogue.EventName, ["", .. Names]), pair => Assert.Null(pair.Value));
        Assert.InRange(_fixture.Api.RequestCount - before, 1, 3);
        Assert.Null(feed.Status.Failure);

        _fixture.Api.Faults = SandboxFaults.None;
        await _fixture.UntilAsync(() => feed.Status.WaitUntil is null);
        Assert.Equal(_fixture.Reachable(row => row.Name == "call.hangup").Count, (await CountAsync(feed, FilterCatalogue.EventName, Names))["call.hangup"]);
    }

    [Fact]
    public async Task Count_OfARangeWhoseTotalsMoveUnderIt_IsNotTold()
    {
        Start(new SandboxOptions { Events = Rows });
        var feed = _fixture.Open(CallEventQuery.Default with { Range = RangeOf("between") });
        await _fixture.SettleAsync(feed);
        _fixture.Wire.Rewrite = (_, _) => _fixture.Api.ExpireRows(1);

        Assert.Null((await CountAsync(feed, FilterCatalogue.Type, [""]))[""]);
        Assert.InRange(Counts(feed), 3, 8);
    }

    [Fact]
    public async Task Count_OfARangeWhoseTotalsMoveForAWhile_IsThatOfTheAccount()
    {
        Start(new SandboxOptions { Events = Rows });
        var query = CallEventQuery.Default with { Range = RangeOf("between") };
        var wanted = FilterPlan.For(query, _fixture.Time.GetUtcNow()).Wanted;
        var feed = _fixture.Open(query);
        await _fixture.SettleAsync(feed);
        var moves = 4;
        _fixture.Wire.Rewrite = (_, _) =>
        {
            if (moves-- > 0)
                _fixture.Api.ExpireRows(1);
        };

        Assert.Equal(_fixture.Reachable(row => wanted.Includes(row.OccurredAt)).Count, (await CountAsync(feed, FilterCatalogue.Type, [""]))[""]);
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(SandboxOptions options)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(options);
    }

    private TimeRange RangeOf(string range)
    {
        var now = _fixture.Time.GetUtcNow();
        return range switch
        {
            "last" => new TimeRange { Last = TimeSpan.FromHours(3) },
            "since" => new TimeRange { Lower = new TimeBound(TimeComparison.After, now.AddHours(-5)) },
            "until" => new TimeRange { Upper = new TimeBound(TimeComparison.Before, now.AddHours(-5)) },
            "between" => new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, now.AddHours(-9)), Upper = new TimeBound(TimeComparison.AtOrBefore, now.AddHours(-2)) },
            "between exclusive" => new TimeRange { Lower = new TimeBound(TimeComparison.After, now.AddHours(-20)), Upper = new TimeBound(TimeComparison.Before, now.AddHours(-1)) },
            "beyond the horizon" => new TimeRange { Lower = new TimeBound(TimeComparison.After, now.AddHours(-30)), Upper = new TimeBound(TimeComparison.Before, now.AddHours(-1)) },
            "one instant" => new TimeRange { Exactly = _fixture.Api.Events()[^100].OccurredAt },
            _ => TimeRange.Default,
        };
    }

    private Task<Dictionary<string, int?>> CountAsync(CallEventFeed feed, FilterParameter parameter, IReadOnlyList<string> values)
    {
        return _fixture.RunAsync(ReadAsync());

        async Task<Dictionary<string, int?>> ReadAsync()
        {
            var counts = new Dictionary<string, int?>(StringComparer.Ordinal);
            await foreach (var (value, count) in feed.CountAsync(parameter, new CountOrder(values), TestContext.Current.CancellationToken))
                counts[value] = count;
            return counts;
        }
    }

    private static int Counts(CallEventFeed feed) => feed.RequestLog.Count(entry => entry.Purpose == "count");
}
