using CallEventsDashboard.Auditing;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The browsers in which a person is signed in, each of which they can end.</summary>
public sealed partial class SignInsPage
{
    private IReadOnlyList<KeyValuePair<string, SignInSession>> _sessions = [];
    private UserIdentity? _person;
    private string? _own;
    private string? _said;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public Task<AuthenticationState>? State { get; set; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required SignInSessions Sessions { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (State is null)
            return;
        var user = (await State).User;
        (_person, _own) = (UserIdentity.From(user), user.FindFirst(SignInSessions.IdClaim)?.Value);
        Read();
    }

    private void Read() => _sessions = _person is { } person ? Sessions.Of(person) : [];

    private async Task EndAsync(string id)
    {
        if (_person is not { } person)
            return;
        Sessions.EndOne(person, id);
        await Audit.SignInEndedAsync(id);
        Read();
        _said = "That sign-in has ended.";
    }

    private static string Address(SignInSession session) => ClientAddress.Text(session.Origin.Address) ?? "address unknown";
}
