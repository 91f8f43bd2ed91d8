using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

public class RequestBudgetTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly SimulatedTime _time = new(Start);

    [Fact]
    public async Task Enter_BeyondFour_WaitsAndLetsPeopleGoFirst()
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        for (var i = 0; i < 4; i++)
            await Enter(budget, RequestPriority.Interactive);
        var ahead = Enter(budget, RequestPriority.Background);
        var wanted = Enter(budget, RequestPriority.Interactive);
        Assert.False(ahead.IsCompleted || wanted.IsCompleted);

        budget.Leave(RequestPriority.Interactive);
        await wanted;
        Assert.False(ahead.IsCompleted);
        budget.Leave(RequestPriority.Interactive);
        await ahead;
    }

    [Fact]
    public async Task Enter_InTheBackground_LeavesRoomForPeople()
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        await Enter(budget, RequestPriority.Background);
        await Enter(budget, RequestPriority.Background);
        var third = Enter(budget, RequestPriority.Background);

        await Enter(budget, RequestPriority.Interactive);
        Assert.False(third.IsCompleted);
        budget.Leave(RequestPriority.Background);
        await third;
    }

    [Fact]
    public async Task Enter_WithLittleLeft_KeepsItForPeopleUntilTheReset()
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        budget.Learn(new RateLimit(1000, 99, TimeSpan.FromSeconds(20), Start.AddSeconds(20)));
        var ahead = Enter(budget, RequestPriority.Background);
        await Enter(budget, RequestPriority.Interactive);
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(ahead.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(2));
        await ahead;
        Assert.False(budget.IsLow);
    }

    [Fact]
    public async Task Enter_WithLittleLeft_IsLetThroughAtTheResetThoughTheTimerIsEarly()
    {
        var budget = new RequestBudget(new EarlyTime(_time), new Recorded().Work);
        budget.Learn(new RateLimit(1000, 99, TimeSpan.FromSeconds(20), Start.AddSeconds(20)));
        var ahead = Enter(budget, RequestPriority.Background);
        for (var second = 0; second < 21; second++)
            _time.Advance(TimeSpan.FromSeconds(1));

        await ahead.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Enter_WithNothingLeft_WaitsForTheNextWindowAndSaysSo()
    {
        var (budget, changes) = (new RequestBudget(_time, new Recorded().Work), 0);
        budget.WaitChanged += () => changes++;
        budget.Learn(new RateLimit(40, 0, TimeSpan.FromSeconds(20), Start.AddSeconds(20)));
        var wanted = Enter(budget, RequestPriority.Interactive);
        Assert.Equal((Start.AddSeconds(20), true), (budget.HeldUntil, changes > 0));
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(wanted.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await wanted;
        Assert.Null(budget.HeldUntil);
        Assert.Equal((39, 40, Start.AddSeconds(80)), (budget.Allowance!.Left, budget.Allowance.Limit, budget.Allowance.ResetsAt));
    }

    [Fact]
    public async Task Enter_WhileNoAnswerTellsTheLimit_GoesByFortyAMinute()
    {
        _time.Advance(TimeSpan.FromSeconds(30));
        var budget = new RequestBudget(_time, new Recorded().Work);
        for (var i = 0; i < 30; i++)
            await EnterAndLeave(budget, RequestPriority.Background);
        var ahead = Enter(budget, RequestPriority.Background);
        for (var i = 0; i < 10; i++)
            await EnterAndLeave(budget, RequestPriority.Interactive);
        var wanted = Enter(budget, RequestPriority.Interactive);
        _time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(ahead.IsCompleted || wanted.IsCompleted);
        Assert.Null(budget.Allowance);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(ahead, wanted);
    }

    [Fact]
    public async Task Learn_FromAnswersThatOvertakeEachOther_KeepsTheLowest()
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        var told = new RateLimit(40, 36, TimeSpan.FromSeconds(20), Start.AddSeconds(20));
        await Enter(budget, RequestPriority.Interactive);
        await Enter(budget, RequestPriority.Interactive);
        budget.Learn(told with { Remaining = 35 });
        Assert.Equal(34, budget.Allowance!.Left);
        budget.Leave(RequestPriority.Interactive);
        budget.Learn(told);
        Assert.Equal(35, budget.Allowance.Left);

        budget.Leave(RequestPriority.Interactive, isUsed: false);
        budget.Learn(told with { Remaining = 39, ResetsAt = Start.AddSeconds(80) });
        Assert.Equal(39, budget.Allowance.Left);
    }

    [Fact]
    public async Task Leave_WithoutARequest_GivesItsShareBack()
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        budget.Learn(new RateLimit(40, 1, TimeSpan.FromSeconds(20), Start.AddSeconds(20)));
        await Enter(budget, RequestPriority.Interactive);
        var next = Enter(budget, RequestPriority.Interactive);
        Assert.False(next.IsCompleted);

        budget.Leave(RequestPriority.Interactive, isUsed: false);
        await next;
    }

    [Fact]
    public async Task Enter_NoLongerWanted_TakesNoTurn()
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        budget.Wait(TimeSpan.FromSeconds(5));
        using var gone = new CancellationTokenSource();
        var dropped = budget.EnterAsync(RequestPriority.Interactive, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dropped);

        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.True(budget.IsIdle);
    }

    [Fact]
    public async Task Wait_MadeLonger_HoldsUntilTheLaterEnd()
    {
        var budget = new RequestBudget(_time, new Recorded().Work);
        var changes = 0;
        budget.WaitChanged += () => changes++;
        budget.Wait(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(3));
        budget.Wait(TimeSpan.FromSeconds(10));
        budget.Wait(TimeSpan.FromSeconds(1));
        var turn = Enter(budget, RequestPriority.Interactive);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(turn.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await turn;
        Assert.Equal(3, changes);
    }

    [Fact]
    public void For_TheSameKey_IsTheSameBudget()
    {
        var budgets = new RequestBudgetRegistry(_time, new Recorded().Work);

        Assert.Same(budgets.For(KeyIdentity.From(FeedTabs.Key("A"))), budgets.For(KeyIdentity.From(FeedTabs.Key("A"))));
        Assert.NotSame(budgets.For(KeyIdentity.From(FeedTabs.Key("A"))), budgets.For(KeyIdentity.From(FeedTabs.Key("B"))));
        Assert.DoesNotContain("KEY_TEST", KeyIdentity.From(FeedTabs.Key("A")).ToString(), StringComparison.Ordinal);
    }

    private static async Task EnterAndLeave(RequestBudget budget, RequestPriority priority)
    {
        await Enter(budget, priority);
        budget.Leave(priority);
    }

    private static Task Enter(RequestBudget budget, RequestPriority priority) => budget.EnterAsync(priority, TestContext.Current.CancellationToken);

    /// <summary>Fires its first timer a second before it is due, as a coarse clock does by some milliseconds.</summary>
    private sealed class EarlyTime(TimeProvider inner) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            inner.CreateTimer(callback, state, dueTime - TimeSpan.FromSeconds(1), period);
    }
}
