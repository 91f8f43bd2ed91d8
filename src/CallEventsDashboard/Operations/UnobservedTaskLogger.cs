using Microsoft.JSInterop;

namespace CallEventsDashboard.Operations;

/// <summary>Logs the exceptions of tasks that nobody awaited: ours go through <see cref="BackgroundWork"/>, those of libraries may not.</summary>
internal sealed class UnobservedTaskLogger(ErrorLog errors) : IHostedService
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
