
namespace CallEventsDashboard.Sandbox;

public sealed class TimeTests
{
    private readonly SimulatedTime _time = SandboxAccount.Clock();

    [Fact]
    public async Task Horizon_AsTimePasses_TakesTheOldestRows()
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 1000 }, _time);
        using var client = new SandboxClient(api);
        var left = api.Events().Count(row => row.OccurredAt >= SandboxAccount.Start.AddHours(-18));

        _time.Advance(TimeSpan.FromHours(6));

        Assert.Equal(left, await client.CountAsync(""));
    }

    [Fact]
    public async Task Lag_HidesTheNewestRowsForAWhile()
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 5000, Lag = TimeSpan.FromMinutes(10) }, _time);
        using var client = new SandboxClient(api);
        var atFirst = await client.CountAsync("");

        _time.Advance(TimeSpan.FromMinutes(10));
        var later = await client.CountAsync($"filter[occurred_at][gte]={SandboxAccount.Start.AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}");

        Assert.InRange(atFirst, 4800, 4999);
        Assert.Equal(api.Events().Count(row => row.OccurredAt >= SandboxAccount.Start.AddHours(-1).AddMilliseconds(-250)), later);
    }

    [Fact]
    public async Task LiveTraffic_AddsRowsAtItsRate()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 0, LiveRate = 5 }, _time));

        _time.Advance(TimeSpan.FromHours(1));

        Assert.InRange(await client.CountAsync(""), 5 * 3600 * 0.7, 5 * 3600 * 1.3);
        Assert.Equal(0, await client.CountAsync($"filter[occurred_at][gt]={_time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.ffffffZ}"));
    }

    [Fact]
    public void LateRows_AreOldEnoughToSurprise()
    {
        var late = SandboxAccount.Open(new SandboxOptions { Events = 100 }, _time).AddLateRows(30);

        Assert.Equal(30, late.Count);
        Assert.All(late, row => Assert.InRange(SandboxAccount.Start - row.OccurredAt, TimeSpan.FromSeconds(90), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void NewRows_HappenAtThisInstant()
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 100 }, _time);

        var added = api.AddNewRows(30);

        Assert.Equal(SandboxAccount.Start, added[^1].OccurredAt);
        Assert.Equal(added, api.Events().TakeLast(30));
    }

    [Theory]
    [InlineData(AccountChangeKind.Appears, 10, 1)]
    [InlineData(AccountChangeKind.IsDeleted, 3600, -1)]
    [InlineData(AccountChangeKind.Expires, 0, -1)]
    public async Task Change_BetweenTwoAnswers_IsSeenInTheSecondOnly(AccountChangeKind kind, int age, int rows)
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 1000, Changes = [new AccountChange(2, kind, TimeSpan.FromSeconds(age))] }, _time);
        using var client = new SandboxClient(api);

        var counts = new List<int>();
        for (var answer = 0; answer < 4; answer++)
            counts.Add(await client.CountAsync(""));

        Assert.Equal([counts[0], counts[0], counts[0] + rows, counts[0] + rows], counts);
    }
}
