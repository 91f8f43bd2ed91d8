using Microsoft.AspNetCore.SignalR;

namespace CallEventsDashboard.Authentication;

/// <summary>
/// Notes that a person uses their sign-in: by what pages send when somebody clicks, types, scrolls or goes to another address. What a page sends by itself
/// (that it has drawn something, the answer to the server's calls, signs of life) is no use.
/// </summary>
internal sealed class SignInActivityFilter(SignInSessions sessions) : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (IsUse(invocationContext.HubMethodName) && invocationContext.Context.User is { } user)
            sessions.Touch(user);
        return next(invocationContext);
    }

    /// <summary>Whether a method of the framework's hub is called for what a person does: events of elements come as calls from a script, too.</summary>
    public static bool IsUse(string method) => method is "BeginInvokeDotNetFromJS" or "OnLocationChanged" or "OnLocationChanging";
}
