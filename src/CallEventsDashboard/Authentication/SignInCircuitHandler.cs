using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CallEventsDashboard.Authentication;

/// <summary>Keeps everything that a browser sends away from a circuit whose sign-in has ended, whether or not that browser has noticed.</summary>
public sealed class SignInCircuitHandler(SignInStateProvider session) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next)
        => async activity =>
        {
            if (!await session.EndIfOverAsync())
                await next(activity);
        };
}
