using CallEventsDashboard.Auditing;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CallEventsDashboard.WebSecurity;

/// <summary>Limits the circuits of each person. A circuit beyond the limit is sent to the page that says so, and everything else that it sends is ignored.</summary>
internal sealed class CircuitLimitHandler(CircuitCounter circuits, AuthenticationStateProvider authentication, NavigationManager navigation, AuditTally audit) : CircuitHandler
{
    public const string Page = "too-many-tabs";

    private string? _person;
    private bool _refused;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var person = UserIdentity.From(user)?.StorageId ?? "";
        _refused = !circuits.TryTake(person);
        if (_refused)
            audit.Count("limit-hit", user, "open tabs");
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
            circuits.Leave(_person);
        _person = null;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => _refused ? Task.CompletedTask : next(activity);
}
