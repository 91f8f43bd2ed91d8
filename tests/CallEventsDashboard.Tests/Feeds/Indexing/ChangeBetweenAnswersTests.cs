using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>One row that appears, expires or is deleted between two answers, for every pair of answers that a list asks for while it is opened and read.</summary>
public class ChangeBetweenAnswersTests
{
    private const int Rows = 1100;
    private const int Screen = 60;
    private const int MostAnswers = 25;

    // Younger and older than what has settled, and far down in the list.
    private static readonly double[] Ages = [0, 5, 20, 61, 1800, 30_000];

    private static readonly AccountChange[] Changes =
    [
        .. Ages.Select(age => new AccountChange(0, AccountChangeKind.Appears, TimeSpan.FromSeconds(age))),
        .. Ages.Select(age => new AccountChange(0, AccountChangeKind.IsDeleted, TimeSpan.FromSeconds(age))),
        new AccountChange(0, AccountChangeKind.Expires),
    ];

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, Journey> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), Enum.GetValues<Journey>());

    public enum Journey
    {
        Scroll,
        Jump,
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Row_ThatChangesBetweenTwoAnswers_ChangesNothingElse(Sandbox.ServiceOrder service, EventOrder view, Journey journey)
    {
        var faults = new List<string>();
        var cases = 0;
        foreach (var change in Changes)
        {
            for (var (answer, answers) = (1, MostAnswers); answer < answers; answer++, cases++)
            {
                var (fault, taken) = await ReadAsync(service, view, journey, change with { AfterAnswer = answer });
                answers = Math.Min(MostAnswers, taken);
                if (fault is not null)
                    faults.Add($"{change.Kind} of {change.Age.TotalSeconds} s after answer {answer}: {fault}");
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {cases} cases: {string.Join(Environment.NewLine, faults.Take(12))}");
        Assert.True(cases > Changes.Length * 3);
    }

    private static async Task<(string? Fault, int Answers)> ReadAsync(Sandbox.ServiceOrder service, EventOrder view, Journey journey, AccountChange change)
    {
        var token = TestContext.Current.CancellationToken;
        // Only an account that is a day old has a row to expire.
        var span = TimeSpan.FromHours(change.Kind is AccountChangeKind.Expires ? 24 : 12);
        var options = new SandboxOptions { Events = Rows, Span = span, Seed = 3, Order = service, TiesShuffled = true, Changes = [change] };
        using var account = new DriftingAccount(options, CallEventQuery.Default with { Order = view });
        var before = Reachable(account);
        var opening = await account.OpenAsync(token);
        var listing = opening.Listing;
        if (listing.Scan is not null)
            return ("The list is read as a scan.", account.Requests);
        var watch = new IndexWatch(listing);
        foreach (var start in Starts(journey, listing.RowCount))
        {
            await account.ReadWindowAsync(listing, new RowWindow(start, Math.Min(Screen, listing.RowCount - start), Forward: true), token);
            // Rows of this service are never deleted: a list that finds one gone may be read again as a scan, which is said.
            if (listing.HasLostTrust)
                return (change.Kind is AccountChangeKind.IsDeleted ? null : "The list is not trusted any more.", account.Requests);
            watch.Look();
        }

        return (Fault(service, listing, watch, before, Reachable(account), change), account.Requests);
    }

    private static IEnumerable<int> Starts(Journey journey, int rows)
    {
        var starts = Enumerable.Range(0, (rows + Screen - 1) / Screen).Select(screen => screen * Screen).ToList();
        return journey is Journey.Scroll ? starts : starts.OrderBy(start => start * 7919 % 1009);
    }

    private static Dictionary<RowKey, int> Reachable(DriftingAccount account) =>
        account.Api.Events().Where(row => row.OccurredAt > account.Plan.Horizon).CountBy(RowKey.Of).ToDictionary();

    private static string? Fault(Sandbox.ServiceOrder service, Listing listing, IndexWatch watch, Dictionary<RowKey, int> before, Dictionary<RowKey, int> after, AccountChange change)
    {
        var placed = watch.Seen.Values.CountBy(RowKey.Of).ToDictionary();
        var late = listing.Late.CountBy(RowKey.Of).ToDictionary();
        int Listed(RowKey row) => placed.GetValueOrDefault(row) + late.GetValueOrDefault(row);
        var oldest = before.Keys.Min(row => row.Ticks);
        var isGone = change.Kind is AccountChangeKind.Expires ? oldest : long.MinValue;
        var lost = before.Where(row => row.Key.Ticks != isGone && after.GetValueOrDefault(row.Key) == row.Value && Listed(row.Key) < row.Value).Select(row => row.Key).ToList();
        var doubled = placed.Keys.Union(late.Keys).Where(row => Listed(row) > Math.Max(before.GetValueOrDefault(row), after.GetValueOrDefault(row))).ToList();
        // One that appears among rows that have settled, and are not read yet: nobody can tell which of them is the late one.
        var canTell = change is not { Kind: AccountChangeKind.Appears, Age.TotalSeconds: > 60 };
        var heldBack = late.Keys.Where(before.ContainsKey).Skip(canTell ? 0 : 1).ToList();
        var times = watch.Seen.OrderBy(seen => seen.Key).Select(seen => seen.Value.OccurredAt).ToList();
        // The newest first, the service has not shown how old its oldest row is: that one row is gone is known, and not why.
        var expired = change.Kind is AccountChangeKind.Expires || (change.Kind is AccountChangeKind.IsDeleted && service is Sandbox.ServiceOrder.Descending) ? 1 : 0;
        var missing = change.Kind is AccountChangeKind.IsDeleted ? 1 - listing.Expired : 0;
        var isSorted = times.SequenceEqual(listing.RowCount == 0 || times[0] > times[^1] ? times.OrderDescending() : times.Order());
        return (lost.Count, doubled.Count, heldBack.Count, isSorted) != (0, 0, 0, true)
            ? $"{lost.Count} rows lost, {doubled.Count} listed twice, {heldBack.Count} that were there all along are late, sorted: {isSorted}"
            : listing.Expired > expired || listing.Missing > missing ? $"{listing.Expired} said to have expired, {listing.Missing} to be missing" : null;
    }
}
