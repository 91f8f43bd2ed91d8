using System.Security.Claims;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>The person of a circuit, for as long as that person's sign-in lasts. By itself a circuit would go on for ever.</summary>
public sealed class SignInStateProvider(SignInSessions sessions, IOptions<SignInOptions> options, BackgroundWork work, ILoggerFactory logging)
    : RevalidatingServerAuthenticationStateProvider(logging)
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    /// <summary>How the session stood when it was last looked at.</summary>
    public SignInState State { get; private set; }

    /// <summary>The id of the error that kept the session from being looked at, and for which the circuit was signed out; else null.</summary>
    public string? ErrorId { get; private set; }

    protected override TimeSpan RevalidationInterval => options.Value.RevalidationInterval;

    /// <summary>Looks at the session now, and signs the circuit out when it is over.</summary>
    /// <returns>Whether it is over.</returns>
    public async Task<bool> EndIfOverAsync()
    {
        if (State is SignInState.Live)
        {
            var state = await GetAuthenticationStateAsync();
            if (await ValidateAuthenticationStateAsync(state, CancellationToken.None))
                return false;
            SetAuthenticationState(Task.FromResult(Nobody));
        }

        return true;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        State = work.Try("looking at a session", () => sessions.StateOf(authenticationState.User), id =>
        {
            // Nobody can say that it lasts: it is treated as one that does not.
            ErrorId = id;
            return SignInState.Ended;
        });
        return Task.FromResult(State is SignInState.Live);
    }
}
