using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds;

/// <summary>One change of the account between any two answers, in either order of the service and of the view.</summary>
public class BetweenAnswersTests
{
    private const int Rows = 900;
    private const int Screen = 60;
    private const int Answers = 9;

    public enum Change
    {
        /// <summary>A row of the last hour can be seen only from now on.</summary>
        Late,

        /// <summary>A row happens now.</summary>
        New,

        /// <summary>The oldest row leaves the 24 hours.</summary>
        Expired,
    }

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, Change, int> Cells() => new(
        Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), Enum.GetValues<Change>(), Enumerable.Range(2, Answers));

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_OneChangeBetweenTwoAnswers_SaysNothingFalse(Sandbox.ServiceOrder service, EventOrder view, Change change, int before)
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(new SandboxOptions { Events = Rows, Seed = before, Order = service, TiesShuffled = true }, CallEventQuery.Default with { Order = view });
        var atFirst = account.Api.Events().Where(row => row.OccurredAt > account.Plan.Horizon).Select(RowKey.Of).ToList();
        IReadOnlyList<SandboxEvent> came = [];
        account.Drift = request =>
        {
            if (request == before)
                came = Make(account.Api, change);
        };

        var listing = (await account.OpenAsync(token)).Listing;
        var openedAfter = account.Requests;
        for (var start = 0; start < listing.RowCount; start += Screen)
            await account.ReadWindowAsync(listing, new RowWindow(start, Math.Min(Screen, listing.RowCount - start), Forward: true), token);

        var listed = Enumerable.Range(0, listing.RowCount).Select(listing.Row).OfType<Telnyx.CallEvent>().Select(RowKey.Of).ToList();
        var held = listing.Late.Select(RowKey.Of).ToList();
        var mayLeave = account.Requests >= before && change is Change.Expired ? 1 : 0;
        var lost = atFirst.CountBy(key => key).Sum(pair => Math.Max(0, pair.Value - listed.Count(key => key == pair.Key) - held.Count(key => key == pair.Key)));
        // Time goes on while the list is read, and what is near the end of the 24 hours leaves by itself.
        var left = atFirst.Count(key => key.Ticks <= (account.Time.GetUtcNow() - FilterPlan.HorizonLength).UtcTicks);
        Assert.InRange(lost, 0, mayLeave + left);
        Assert.InRange(listing.Expired, 0, mayLeave + left);
        Assert.Equal(0, listing.Missing);
        Assert.All(held, key => Assert.Contains(key, came.Select(RowKey.Of)));
        Assert.True(listed.Count + held.Count <= atFirst.Count + came.Count, "A row stands twice.");
        var times = listed.Select(key => view is EventOrder.Newest ? -key.Ticks : key.Ticks).ToList();
        Assert.Equal(times.Order(), times);
        Assert.InRange(openedAfter, 1, service is Sandbox.ServiceOrder.Descending && view is EventOrder.Newest ? 1 : 3);
    }

    private static IReadOnlyList<SandboxEvent> Make(SandboxApi api, Change change)
    {
        switch (change)
        {
            case Change.Late:
                return api.AddLateRows(1);
            case Change.New:
                return api.AddNewRows(1);
            default:
                api.ExpireRows(1);
                return [];
        }
    }
}
