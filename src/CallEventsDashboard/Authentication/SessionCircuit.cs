using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CallEventsDashboard.Authentication;

/// <summary>Lets nothing that a browser sends reach a circuit whose session is over, whether or not that browser has noticed.</summary>
public sealed class SessionCircuit(SessionStateProvider session) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next)
        => async activity =>
        {
            if (!await session.EndIfOverAsync())
                await next(activity);
        };
}
