using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// Runs all that a list does in the background. What fails becomes a failure of the list: an error of Telnyx as it is, any other exception under the id that
/// the log has it by. Work that is no longer wanted has not failed.
/// </summary>
internal sealed class SnapshotWork(BackgroundWork work, SnapshotFailures failures)
{
    private const string Reading = "reading a list";

    /// <summary>Begins work that nobody awaits.</summary>
    public void Begin(Func<Task> workAsync)
    {
        var round = failures.Round;
        work.Begin(Reading, () => CatchAsync(workAsync, round), id => failures.Fail(id, round));
    }

    /// <summary>Runs work to its end. Never throws.</summary>
    public Task RunAsync(Func<Task> workAsync)
    {
        var round = failures.Round;
        return work.RunAsync(Reading, () => CatchAsync(workAsync, round), id => failures.Fail(id, round));
    }

    /// <summary>The same for what is done at once.</summary>
    public void Run(Action act)
    {
        var round = failures.Round;
        work.Try(Reading, act, id => failures.Fail(id, round));
    }

    /// <summary>Runs what is done beside reading, which goes on when this meets an error of the dashboard's own. Never throws.</summary>
    /// <param name="name">What is done, for the log.</param>
    public Task RunBesideAsync(string name, Func<Task> workAsync)
    {
        var round = failures.Round;
        return work.RunAsync(name, () => CatchAsync(workAsync, round), failures.FailBeside);
    }

    /// <summary>Starts a timer that begins such work once.</summary>
    public ITimer StartTimer(TimeProvider time, string name, Func<Task> workAsync, TimeSpan due) =>
        work.StartTimer(time, name, () => work.Begin(name, workAsync, failures.FailBeside), due, Timeout.InfiniteTimeSpan, failures.FailBeside);

    private async Task CatchAsync(Func<Task> workAsync, int round)
    {
        try
        {
            await workAsync();
        }
        catch (TelnyxException exception)
        {
            failures.Fail(exception, round);
        }
    }
}
