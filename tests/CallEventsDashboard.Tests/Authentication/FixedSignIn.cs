using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.Authentication;

/// <summary>The person of a circuit, as a test says.</summary>
internal sealed class FixedSignIn(params (string Type, string Value)[] claims) : AuthenticationStateProvider
{
    /// <summary>Null where it is not known yet who is there.</summary>
    public ClaimsPrincipal? User { get; set; } = new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));

    public override Task<AuthenticationState> GetAuthenticationStateAsync()
        => User is { } user ? Task.FromResult(new AuthenticationState(user)) : new TaskCompletionSource<AuthenticationState>().Task;
}
