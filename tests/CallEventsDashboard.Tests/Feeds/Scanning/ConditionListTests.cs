using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>Lists of several values of a filter, and lists without some: what is in them is what the account says.</summary>
public sealed class ConditionListTests : IDisposable
{
    private const int Rows = 1600;

    private static readonly Dictionary<string, Func<SandboxEvent, string?>> Truth = new(StringComparer.Ordinal)
    {
        ["name"] = row => row.Name,
        ["type"] = row => row.Type == "command" ? "command" : "webhook",
        ["product"] = row => row.Product,
        ["failed"] = row => row.Failed ? "true" : "false",
        ["connection_id"] = row => row.ConnectionId,
        ["leg_id"] = row => row.LegId?.ToString("D"),
        ["application_session_id"] = row => row.SessionId?.ToString("D"),
        ["from"] = row => row.From,
        ["to"] = row => row.To,
        ["application_name"] = row => row.ApplicationName,
        ["outbound_voice_profile_id"] = row => row.OutboundVoiceProfileId,
        ["status"] = row => row.Status,
    };

    private FeedFixture _fixture = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<string, EventOrder, bool> Cells() => new(Truth.Keys, Enum.GetValues<EventOrder>(), [true, false]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_OfEachFilter_HasTheRowsOfTheAccount(string name, EventOrder view, bool excludes)
    {
        Start(new SandboxOptions { Events = Rows, Order = view is EventOrder.Newest ? Sandbox.ServiceOrder.Ascending : Sandbox.ServiceOrder.Descending, Shape = RecordShape.Mixed, TiesShuffled = true });
        var parameter = FilterCatalogue.All.Single(parameter => parameter.Name == name);
        string[] values = [.. _fixture.Reachable().Select(Truth[name]).OfType<string>().CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(2).Select(pair => pair.Key)];
        var condition = excludes ? new FilterCondition(parameter, [], values) : new FilterCondition(parameter, values, []);
        var feed = _fixture.Open(CallEventQuery.Default with { Order = view, Conditions = QueryConditions.None.With(condition) });

        var rows = await _fixture.ReadAllAsync(feed);

        // Rows that do not carry the field are listed, and counted apart.
        var undecided = rows.Where(row => Check(condition, row) is FilterMatch.CannotTell).Select(RowKey.Of).ToHashSet();
        Assert.DoesNotContain(rows, row => Check(condition, row) is FilterMatch.Contradicts);
        _fixture.AssertWhole(rows, view, row => values.Contains(Truth[name](row)) != excludes || undecided.Contains(RowKey.Of(row)));
        Assert.Equal((Coverage.Complete, rows.Count, undecided.Count > 0), (feed.Status.Coverage, feed.Status.Total + feed.Status.CannotTell, feed.Status.CannotTell > 0));
        Assert.Equal(parameter.MayBeIgnored ? AppliedBy.Unverified : AppliedBy.Dashboard, feed.Status.AppliedBy[Assert.Single(feed.Status.FilteredHere)]);
        if (parameter.MayBeIgnored)
            Assert.Equal(0, feed.Status.Total);
    }

    [Fact]
    public async Task List_BesideAFilterThatTelnyxApplies_ReadsOnlyWhatThatLeaves()
    {
        Start(new SandboxOptions { Events = 6000 });
        var condition = new FilterCondition(FilterCatalogue.ConnectionId, [], [_fixture.Reachable()[0].ConnectionId]);
        var query = CallEventQuery.Default with { Name = "call.hangup" };
        var feed = _fixture.Open(query with { Conditions = query.Conditions.With(condition) });
        var rows = await _fixture.ReadAllAsync(feed);

        var hangUps = _fixture.Reachable(row => row.Name == "call.hangup");
        _fixture.AssertWhole(rows, matches: row => row.Name == "call.hangup" && row.ConnectionId != condition.NoneOf[0]);
        Assert.Equal(hangUps.Count, feed.Status.Scan!.RowsInAll);
        Assert.InRange(_fixture.Api.RequestCount, 1, (hangUps.Count / 250) + 3);
        Assert.Equal((AppliedBy.Api, AppliedBy.Dashboard), (feed.Status.AppliedBy["name"], feed.Status.AppliedBy["not.connection_id"]));
    }

    [Fact]
    public async Task List_OfAParty_WithoutSomeValues_IsMergedAndChecked()
    {
        Start(new SandboxOptions { Events = Rows });
        var number = _fixture.Reachable().Select(row => row.From).OfType<string>().CountBy(from => from).MaxBy(pair => pair.Value).Key;
        var query = CallEventQuery.Default with { Party = number };
        var feed = _fixture.Open(query with { Conditions = query.Conditions.Excluding(FilterCatalogue.EventName, "call.hangup")! });

        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed), matches: row => (row.From == number || row.To == number) && row.Name != "call.hangup");
    }

    [Fact]
    public async Task Sessions_OfAListWithoutSomeValues_AreThoseOfTheOthers()
    {
        Start(new SandboxOptions { Events = Rows });
        var scan = new SessionScan(_fixture.Open(CallEventQuery.Default with { Conditions = QueryConditions.None.Excluding(FilterCatalogue.EventName, "call.hangup")! }), 40, 1);
        await _fixture.UntilAsync(() =>
        {
            scan.Advance();
            return scan.IsDone;
        });

        var truth = _fixture.Reachable(row => row.SessionId is not null && row.Name != "call.hangup").CountBy(row => row.SessionId.ToString()!).ToDictionary();
        Assert.Equal(truth.OrderBy(pair => pair.Key, StringComparer.Ordinal), scan.Sessions.Select(session => KeyValuePair.Create(session.SessionId, session.Matches)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, bool> Drifting() => new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [true, false]);

    [Theory]
    [MemberData(nameof(Drifting))]
    public async Task List_WhileRowsArriveAndExpire_HasEachRowOnceInOrder(Sandbox.ServiceOrder service, EventOrder view, bool excludes)
    {
        var token = TestContext.Current.CancellationToken;
        string[] names = ["call.hangup", "call.answered"];
        var condition = excludes ? new FilterCondition(FilterCatalogue.EventName, [], names) : new FilterCondition(FilterCatalogue.EventName, names, []);
        bool Belongs(SandboxEvent row) => names.Contains(row.Name) != excludes;
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            using var account = new DriftingAccount(
                new SandboxOptions { Events = 6000, Seed = seed, Order = service, TiesShuffled = true, Shape = RecordShape.Mixed },
                CallEventQuery.Default with { Order = view, Conditions = QueryConditions.None.With(condition) });
            var opening = await account.OpenAsync(token);
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
            while (opening.Listing.Next(default, []) is { } fetch)
                opening.Listing.Place(fetch, await account.ReadAsync(fetch, token));

            var watch = new IndexWatch(opening.Listing);
            watch.Look();
            var known = there.ToHashSet();
            var until = there.Select(row => row.OccurredAt).Where(at => at > account.Plan.Horizon).Order().ElementAt(view is EventOrder.Oldest ? 30 : expired + 30);
            watch.AssertWhole(there.Where(Belongs), account.Api.Events().Where(row => Belongs(row) && !known.Contains(row)), view, until);
            Assert.True(opening.Listing.Scan!.IsDone);
        }
    }

    public void Dispose() => _fixture.Dispose();

    private void Start(SandboxOptions options)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(options);
    }

    private static FilterMatch Check(FilterCondition condition, CallEvent row) => condition.NoneOf.Count > 0 ? condition.CheckNoneOf(row) : condition.CheckAnyOf(row);
}
