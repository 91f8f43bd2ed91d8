using Microsoft.JSInterop;

namespace CallEventsDashboard.Operations;

/// <summary>
/// The way of all work that nobody awaits. What fails in it unexpectedly is written down, and the panel that shows the work is given the id of the error. Work
/// that is no longer wanted, or whose browser has left, has not failed.
/// </summary>
public sealed class BackgroundWork(ErrorLog errors)
{
    /// <summary>Begins work that nobody awaits.</summary>
    /// <param name="work">What is done, for the log.</param>
    /// <param name="failed">Called with the id of an error, on any thread.</param>
    public void Begin(string work, Func<Task> workAsync, Action<string> failed) => _ = RunAsync(work, workAsync, failed);

    /// <inheritdoc cref="Begin(string, Func{Task}, Action{string})"/>
    public void Begin(string work, Func<Task> workAsync, Func<string, Task> failedAsync) => _ = RunAsync(work, workAsync, failedAsync);

    /// <summary>Runs work to its end. Never throws.</summary>
    public Task RunAsync(string work, Func<Task> workAsync, Action<string> failed) => RunAsync(work, workAsync, id =>
    {
        failed(id);
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="RunAsync(string, Func{Task}, Action{string})"/>
    public async Task RunAsync(string work, Func<Task> workAsync, Func<string, Task> failedAsync)
    {
        try
        {
            await workAsync();
        }
        catch (Exception exception) when (!IsUnwanted(exception))
        {
            await NotifyAsync(errors.Record(work, exception), failedAsync);
        }
        catch (Exception exception) when (IsUnwanted(exception))
        {
            // Nobody is left to see what would have come of it.
        }
    }

    /// <summary>Runs work to its end for what it returns.</summary>
    /// <param name="failed">Given the id of an error, gives the replacement for the result.</param>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public async Task<T> RunAsync<T>(string work, Func<Task<T>> workAsync, Func<string, T> failed)
    {
        try
        {
            return await workAsync();
        }
        catch (Exception exception) when (!IsUnwanted(exception))
        {
            return failed(errors.Record(work, exception));
        }
    }

    /// <summary>Does something that must not stop its caller. Never throws, unless <paramref name="failed"/> does.</summary>
    /// <param name="failed">Called with the id of an error.</param>
    public void Try(string work, Action act, Action<string> failed)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (!IsUnwanted(exception))
        {
            failed(errors.Record(work, exception));
        }
        catch (Exception exception) when (IsUnwanted(exception))
        {
            // As above.
        }
    }

    /// <summary>Does something that must not stop its caller, for what it returns.</summary>
    /// <param name="failed">Given the id of an error, gives the replacement for the result.</param>
    public T Try<T>(string work, Func<T> act, Func<string, T> failed)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (!IsUnwanted(exception))
        {
            return failed(errors.Record(work, exception));
        }
    }

    /// <summary>Starts a timer. An exception in one of its ticks would otherwise end the process.</summary>
    public ITimer StartTimer(TimeProvider time, string work, Action tick, TimeSpan due, TimeSpan period, Action<string> failed) =>
        time.CreateTimer(_ => Try(work, tick, failed), null, due, period);

    private static bool IsUnwanted(Exception exception) => exception is OperationCanceledException or JSDisconnectedException;

    private static async Task NotifyAsync(string errorId, Func<string, Task> failedAsync)
    {
        try
        {
            await failedAsync(errorId);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OperationCanceledException)
        {
            // The component that would have shown it has gone, its circuit with it; the log has the error.
        }
    }
}
