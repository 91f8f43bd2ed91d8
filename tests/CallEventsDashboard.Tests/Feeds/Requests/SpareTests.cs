using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>What nobody asked for is made of requests that would be left over: of more of them, the nearer the end of the window.</summary>
public class SpareTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly SimulatedTime _time = new(Start);

    // At 40 a minute, 10 are kept, and people may ask for 30 within the minute.
    [Theory]
    [InlineData(40, 40, 60, false, false)]
    [InlineData(40, 40, 58, true, false)]
    [InlineData(40, 26, 30, true, false)]
    [InlineData(40, 25, 30, false, false)]
    [InlineData(40, 11, 1, true, false)]
    [InlineData(40, 10, 1, false, false)]
    [InlineData(1000, 999, 60, true, true)]
    [InlineData(1000, 170, 60, true, false)]
    [InlineData(1000, 130, 60, false, false)]
    public void Spare_OfAWindow_IsWhatPeopleAreNotExpectedToNeed(int limit, int left, int rest, bool hasSpare, bool hasPlenty)
    {
        var budget = Budget(limit, left, rest);

        Assert.Equal((hasSpare, hasPlenty, hasSpare), (budget.HasSpare, budget.HasPlenty, budget.Allowance!.HasSpare));
    }

    [Fact]
    public async Task Enter_WithoutASpare_WaitsUntilThereIsOneAndLetsOthersGoFirst()
    {
        var budget = Budget(40, 40, 60);
        var spare = budget.EnterAsync(RequestPriority.Spare, TestContext.Current.CancellationToken);
        await budget.EnterAsync(RequestPriority.Background, TestContext.Current.CancellationToken);
        budget.Leave(RequestPriority.Background);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(spare.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(0.2));
        await spare;
        Assert.Equal(38, budget.Allowance!.Left);
    }

    [Fact]
    public async Task Enter_AgainAndAgain_LeavesWhatIsKeptAndNoMore()
    {
        var budget = Budget(40, 40, 60);
        while (_time.GetUtcNow() < Start.AddSeconds(59.5))
        {
            var left = budget.Allowance!.Left;
            var spare = budget.EnterAsync(RequestPriority.Spare, TestContext.Current.CancellationToken);
            while (budget.Allowance!.Left == left && _time.GetUtcNow() < Start.AddSeconds(59.5))
                _time.Advance(TimeSpan.FromMilliseconds(100));
            if (budget.Allowance!.Left == left)
                break;
            await spare;
            budget.Leave(RequestPriority.Spare);
        }

        Assert.InRange(budget.Allowance!.Left, 10, 12);
    }

    [Fact]
    public async Task Polls_OfManyLists_TakeTurnsOneAMinute()
    {
        var turns = Budget(40, 40, 60).PollTurns;
        var first = turns.EnterAsync(TestContext.Current.CancellationToken);
        var second = turns.EnterAsync(TestContext.Current.CancellationToken);
        using var gone = new CancellationTokenSource();
        var left = turns.EnterAsync(gone.Token);
        var third = turns.EnterAsync(TestContext.Current.CancellationToken);
        await first;
        turns.Leave(isUsed: true);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(second.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await second;
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        turns.Leave(isUsed: false);
        await third;
    }

    [Fact]
    public async Task Polls_WithPlenty_DoNotWait()
    {
        var turns = Budget(1000, 900, 60).PollTurns;

        await turns.EnterAsync(TestContext.Current.CancellationToken);
        await turns.EnterAsync(TestContext.Current.CancellationToken);
    }

    private RequestBudget Budget(int limit, int left, int rest)
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        budget.Learn(new RateLimit(limit, left, TimeSpan.FromSeconds(rest), Start.AddSeconds(rest)));
        return budget;
    }
}
