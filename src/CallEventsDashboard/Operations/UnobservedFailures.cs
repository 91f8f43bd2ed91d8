using Microsoft.JSInterop;

namespace CallEventsDashboard.Operations;

/// <summary>Writes down the exceptions of tasks that were dropped without anybody having looked at them: ours go through <see cref="BackgroundWork"/>, those of libraries may not.</summary>
internal sealed class UnobservedFailures(ErrorLog errors) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        TaskScheduler.UnobservedTaskException += Record;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        TaskScheduler.UnobservedTaskException -= Record;
        return Task.CompletedTask;
    }

    private void Record(object? sender, UnobservedTaskExceptionEventArgs failure)
    {
        // A browser that left while it was asked something has not failed.
        if (!failure.Exception.Flatten().InnerExceptions.All(inner => inner is JSDisconnectedException or OperationCanceledException))
            errors.Record("a task that nobody awaited", failure.Exception);
        failure.SetObserved();
    }
}
