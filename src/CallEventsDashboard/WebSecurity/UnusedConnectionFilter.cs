using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.SignalR;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// Ends a connection to the hub that gives no circuit its content, and takes up none that has it, in the time that a page needs many times over. Until
/// then it holds memory and counts as nobody's tab.
/// </summary>
internal sealed class UnusedConnectionFilter(BackgroundWork work, TimeProvider time) : IHubFilter
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly object Key = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var used = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Context.Items[Key] = used;
        work.Begin("watching a new connection", () => EndUnlessUsedAsync(context.Context, used.Task), _ => context.Context.Abort());
        await next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var result = await next(invocationContext);
        if (IsUse(invocationContext.HubMethodName, result) && invocationContext.Context.Items[Key] is TaskCompletionSource used)
            used.TrySetResult();
        return result;
    }

    // The calls of a page to the framework's hub: the first content, and the same circuit or its kept state after a lost connection.
    private static bool IsUse(string method, object? result) => method switch
    {
        "UpdateRootComponents" => true,
        "ConnectCircuit" => result is true,
        "ResumeCircuit" => result is string,
        _ => false,
    };

    private async Task EndUnlessUsedAsync(HubCallerContext connection, Task used)
    {
        try
        {
            await used.WaitAsync(Patience, time, connection.ConnectionAborted);
        }
        catch (TimeoutException)
        {
            connection.Abort();
        }
        catch (OperationCanceledException)
        {
            // It has ended by itself.
        }
    }
}
