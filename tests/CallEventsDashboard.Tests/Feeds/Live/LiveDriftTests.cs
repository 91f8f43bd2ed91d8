using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>A list that is followed for half an hour while events arrive, come in late and expire: every event once and in order, and nothing moves while it is paused.</summary>
public sealed class LiveDriftTests
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(20);

    // Half an hour, or at a high rate as long as the rows are kept in one piece.
    private const int Polls = 300;
    private const int PollsOfMany = 120;

    public static MatrixTheoryData<Sandbox.ServiceOrder, string, double> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), ["indexed", "scan", "filtered here", "without totals", "few"], [0.05, 1.2, 5]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_FollowedWhileTheAccountDrifts_ListsEveryEventOnce_AndMovesNothingWhilePaused(Sandbox.ServiceOrder order, string kind, double rate)
    {
        var token = TestContext.Current.CancellationToken;
        for (var seed = 1; seed <= 2; seed++)
        {
            using var account = new DriftingAccount(OptionsOf(kind) with { Seed = seed, Order = order, LiveRate = rate, Lag = Lag, TiesShuffled = true }, QueryOf(kind));
            account.Time.Advance(TimeSpan.FromMinutes(3));
            var limit = new PageLimit();
            var writing = new BoundWriting();
            var opening = LiveOpening.Create(await account.OpenAsync(token), limit, writing);
            var live = Assert.IsType<LiveListing>(opening.Listing);
            // Where Telnyx lists against the view, a list that is read in order can be followed once it is read.
            while (!live.KeepsIndices && live.NextAhead(default, []) is { } fetch)
                live.Place(fetch, await account.ReadAsync(fetch, token));
            var (random, seen, asOf) = (new Random(seed), new Dictionary<int, string>(), default(DateTimeOffset));
            for (var poll = 0; poll < (rate > 2 ? PollsOfMany : Polls); poll++)
            {
                if (random.Next(10) == 0)
                    live.IsPaused = !live.IsPaused;
                if (!live.IsPaused)
                    seen.Clear();
                await PollAsync();
                // Somebody scrolls.
                if (random.Next(20) == 0 && live.RowCount > 500 && live.IsIndexed)
                    await account.ReadWindowAsync(live, new RowWindow(random.Next(live.RowCount - 100), 60, Forward: true), token);
                Watch(live, seen, $"Seed {seed}, poll {poll}");
                account.Time.Advance(Period);
            }

            live.IsPaused = false;
            do
                await PollAsync();
            while (live.IsBehind);
            Assert.False(live.NeedsRenewal, $"Seed {seed}: more arrived than was polled.");
            await AssertWholeAsync(account, live, QueryOf(kind), asOf, $"Seed {seed}");

            async Task PollAsync()
            {
                asOf = live.IsBehind ? asOf : account.Time.GetUtcNow();
                foreach (var fetch in live.Polls(account.Time.GetUtcNow()))
                    live.Place(fetch, await account.ReadAsync(fetch, token));
            }
        }
    }

    private static void Watch(LiveListing live, Dictionary<int, string> seen, string at)
    {
        var last = DateTimeOffset.MaxValue;
        for (var index = 0; index < live.RowCount; index++)
        {
            if (live.Row(index) is not { } row)
                continue;
            Assert.True(row.OccurredAt <= last, $"{at}: the row at {index} is newer than the one before.");
            last = row.OccurredAt!.Value;
            if (live.IsPaused && !seen.TryAdd(index, row.Fingerprint))
                Assert.True(seen[index] == row.Fingerprint, $"{at}: the row at {index} has changed while the list was paused.");
        }
    }

    private static async Task AssertWholeAsync(DriftingAccount account, LiveListing live, CallEventQuery query, DateTimeOffset asOf, string at)
    {
        var token = TestContext.Current.CancellationToken;
        while (live.Scan is { IsDone: false, IsStopped: false } && live.NextAhead(default, []) is { } fetch)
            live.Place(fetch, await account.ReadAsync(fetch, token));
        for (var start = 0; live.IsIndexed && start < live.RowCount; start += 240)
            await account.ReadWindowAsync(live, new RowWindow(start, Math.Min(240, live.RowCount - start), Forward: true), token);

        var listed = Enumerable.Range(0, live.RowCount).Select(live.Row).OfType<CallEvent>().Concat(live.Late).CountBy(RowKey.Of).ToDictionary();
        bool IsWanted(SandboxEvent row) => (query.Type is null || row.Type == query.Type) && !query.Conditions.For(FilterCatalogue.EventName).NoneOf.Contains(row.Name);
        var there = account.Api.Events().Where(IsWanted).CountBy(RowKey.Of).ToDictionary();
        var certain = account.Api.Events().Where(row => IsWanted(row) && row.OccurredAt <= asOf - Lag && row.OccurredAt > account.Time.GetUtcNow() - CallEventFilter.Horizon).CountBy(RowKey.Of);
        var doubled = listed.Where(pair => pair.Value > there.GetValueOrDefault(pair.Key)).ToList();
        var lost = certain.Where(pair => listed.GetValueOrDefault(pair.Key) < pair.Value).ToList();
        Assert.True((doubled.Count, lost.Count) == (0, 0), $"{at}: {doubled.Count} rows are listed twice, {lost.Count} are lost of {listed.Count}: {string.Join("; ", lost.Take(5).Select(pair => pair.Key))}.");
    }

    private static SandboxOptions OptionsOf(string kind) => kind switch
    {
        "filtered here" => new SandboxOptions { Events = 1500 },
        "scan" => new SandboxOptions { Events = 1500, IgnoredFilters = new HashSet<string>(StringComparer.Ordinal) { "type" } },
        "without totals" => new SandboxOptions { Events = 1500, Totals = false },
        "few" => new SandboxOptions { Events = 0 },
        _ => new SandboxOptions { Events = 4000 },
    };

    private static CallEventQuery QueryOf(string kind) => kind switch
    {
        "scan" => CallEventQuery.Default with { Type = "command" },
        "filtered here" => CallEventQuery.Default with { Conditions = QueryConditions.None.Excluding(FilterCatalogue.EventName, "call.hangup")! },
        _ => CallEventQuery.Default,
    };
}
