using Bunit;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Auditing;

public sealed class PageAuditTests : DashboardContext
{
    [Fact]
    public async Task Addresses_OfATab_AreTheListsAndEventsThatItsPersonOpened()
    {
        using var lines = new AuditLines();
        var navigation = Services.GetRequiredService<NavigationManager>();
        var audit = new PageAudit(new AuditLog(new FixedSignIn(("iss", "i"), ("sub", "s")), new AuditTrail(Time, lines, [])), navigation, Recorded.Work);
        var circuit = (Circuit)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(Circuit));
        navigation.NavigateTo("events?from=%2B12025550142&last=1h");
        await audit.OnCircuitOpenedAsync(circuit, CancellationToken.None);

        navigation.NavigateTo("events?from=%2B12025550142&last=1h&event=64a1-0f");
        navigation.NavigateTo("events?from=%2B12025550142&last=1h&event=64a1-10");
        navigation.NavigateTo("events?from=%2B12025550142&last=1h");
        navigation.NavigateTo("events?from=%2B12025550143&last=1h");
        navigation.NavigateTo("events?last=1h&from=%2B12025550143");
        navigation.NavigateTo("sessions?q=%2B12025550143");
        navigation.NavigateTo("sessions/0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4d?event=%2B12025550142&tab=ladder");
        navigation.NavigateTo("compare?a=0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4d/64a1-20&b=0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4d/64a1-21");
        navigation.NavigateTo("compare?a=0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4d/64a1-20&b=0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4d/64a1-22");
        navigation.NavigateTo("compare?a=0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4d&b=0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4e");
        navigation.NavigateTo("insights?last=1h");
        navigation.NavigateTo("keys");
        await audit.OnCircuitClosedAsync(circuit, CancellationToken.None);
        navigation.NavigateTo("events");

        Assert.Equal(
            [
                ("open-events", "list [from last]"), ("open-event", "event 64a1-0f"), ("open-event", "event 64a1-10"), ("open-events", "list [from last]"),
                ("search-sessions", "list [q]"), ("open-event", "event (not an id)"),
                ("open-event", "event 64a1-20"), ("open-event", "event 64a1-21"), ("open-event", "event 64a1-22"), ("open-insights", "list [last]"),
            ],
            lines.Written.Select(line => ($"{line["Action"]}", $"{line["Subject"]}")));
    }
}
