using System.Runtime.CompilerServices;
using CallEventsDashboard.Feeds.Requests;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Operations;

public sealed class BackgroundWorkTests
{
    private const string Number = "+15550100123";

    private readonly Recorded _recorded = new();
    private readonly List<string> _told = [];

    private BackgroundWork Work => _recorded.Work;

    [Fact]
    public async Task Run_WorkThatFails_LogsTypeAndPlaceUnderTheIdItTellsButNoMessage()
    {
        await Work.RunAsync("reading", () => throw new InvalidOperationException($"No {Number}.", new FormatException(Number)), _told.Add);

        var line = Assert.Single(_recorded.Lines);
        Assert.Equal(_recorded.Ids, _told);
        Assert.Contains("reading", line, StringComparison.Ordinal);
        Assert.Contains(typeof(InvalidOperationException).FullName!, line, StringComparison.Ordinal);
        Assert.Contains(typeof(FormatException).FullName!, line, StringComparison.Ordinal);
        Assert.Contains(nameof(Run_WorkThatFails_LogsTypeAndPlaceUnderTheIdItTellsButNoMessage), line, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WorkThatIsNotWantedAnyMore_HasNotFailed()
    {
        await Work.RunAsync("leaving", () => throw new OperationCanceledException(), _told.Add);
        await Work.RunAsync("leaving", () => throw new JSDisconnectedException("Gone."), _told.Add);
        Work.Try("leaving", () => throw new OperationCanceledException(), _told.Add);

        Assert.Empty(_recorded.Lines);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task Run_WhereWhoIsToldHasGone_StillLogs()
    {
        await Work.RunAsync("drawing", Task () => throw new InvalidOperationException(), _ => Task.FromException(new ObjectDisposedException("renderer")));

        Assert.Single(_recorded.Lines);
    }

    [Fact]
    public async Task Run_ForAResult_GivesWhatStandsForIt()
    {
        var result = await Work.RunAsync("counting", Task<string> () => throw new InvalidOperationException(), id => $"error {id}");

        Assert.Equal($"error {Assert.Single(_recorded.Ids)}", result);
    }

    [Fact]
    public void Timer_WhoseTickFails_TellsAndTicksOn()
    {
        var time = new BrokenTime();
        using var timer = Work.StartTimer(time, "ticking", () => time.GetUtcNow(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), _told.Add);
        time.IsBroken = true;
        time.Advance(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, _told.Count);
        Assert.Equal(_recorded.Ids, _told);
    }

    [Fact]
    public void Wait_WhoseEndFails_TellsTheListsAndEndsWhenTriedAgain()
    {
        var time = new BrokenTime();
        var budget = new RequestBudget(time, Work);
        budget.Failed += _told.Add;
        budget.Wait(TimeSpan.FromSeconds(5));
        time.IsBroken = true;
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(_recorded.Ids, _told);
        Assert.Single(_told);
        Assert.NotNull(budget.WaitUntil);

        time.IsBroken = false;
        budget.EndWaits();
        Assert.Null(budget.WaitUntil);
    }

    [Fact]
    public async Task Task_ThatFailedAndWasDropped_IsInTheLog()
    {
        var failures = new UnobservedTaskLogger(_recorded.Errors);
        await failures.StartAsync(TestContext.Current.CancellationToken);
        for (var round = 0; round < 50 && !IsLogged(); round++)
        {
            Drop();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        await failures.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(IsLogged());

        bool IsLogged() => _recorded.Lines.Any(line => line.Contains(nameof(DroppedException), StringComparison.Ordinal));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop() => _ = Task.FromException(new DroppedException());

    private sealed class DroppedException : Exception;
}
