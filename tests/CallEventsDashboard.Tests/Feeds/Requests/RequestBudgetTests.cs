using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Time.Testing;

namespace CallEventsDashboard.Feeds.Requests;

public class RequestBudgetTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

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
        budget.Learn(new RateLimit(1000, 99, TimeSpan.FromSeconds(20)));
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
        budget.Learn(new RateLimit(1000, 99, TimeSpan.FromSeconds(20)));
        var ahead = Enter(budget, RequestPriority.Background);
        for (var second = 0; second < 21; second++)
            _time.Advance(TimeSpan.FromSeconds(1));

        await ahead.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
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
        var budgets = new RequestBudgets(_time, new Recorded().Work);

        Assert.Same(budgets.For(KeyIdentity.Of(FeedTabs.Key("A"))), budgets.For(KeyIdentity.Of(FeedTabs.Key("A"))));
        Assert.NotSame(budgets.For(KeyIdentity.Of(FeedTabs.Key("A"))), budgets.For(KeyIdentity.Of(FeedTabs.Key("B"))));
        Assert.DoesNotContain("KEY_TEST", KeyIdentity.Of(FeedTabs.Key("A")).ToString(), StringComparison.Ordinal);
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
