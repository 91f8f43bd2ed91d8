using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CallEventsDashboard.WebSurface;

/// <summary>Gives a circuit a seat of its person's. Without one it is sent to the page that says so, and nothing that it asks is heard.</summary>
internal sealed class CircuitCap(CircuitSeats seats, AuthenticationStateProvider authentication, NavigationManager navigation) : CircuitHandler
{
    public const string Page = "too-many-tabs";

    private string? _person;
    private bool _refused;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var person = UserIdentity.Of((await authentication.GetAuthenticationStateAsync()).User)?.StorageId ?? "";
        _refused = !seats.TryTake(person);
        _person = _refused ? null : person;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_refused)
            navigation.NavigateTo(Page, forceLoad: true, replace: true);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_person is not null)
            seats.Leave(_person);
        _person = null;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => _refused ? Task.CompletedTask : next(activity);
}
