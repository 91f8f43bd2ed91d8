using System.Security.Claims;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>What a circuit lets through, and whom it takes its browser for.</summary>
public sealed class SignInStateProviderTests : IDisposable
{
    private readonly BrokenTime _time = new();
    private readonly Recorded _recorded = new();
    private readonly SignInSessions _sessions;
    private readonly SignInStateProvider _provider;
    private readonly ClaimsPrincipal _user;

    public SignInStateProviderTests()
    {
        var options = Options.Create(new SignInOptions());
        _sessions = new SignInSessions(_time, options);
        _provider = new SignInStateProvider(_sessions, options, _recorded.Work, NullLoggerFactory.Instance);
        var identity = new ClaimsIdentity([new("iss", "https://id.example.com"), new("sub", "ada")], "test");
        _sessions.Begin(identity, new SignInOrigin());
        _user = new ClaimsPrincipal(identity);
        _provider.SetAuthenticationState(Task.FromResult(new AuthenticationState(_user)));
    }

    [Fact]
    public async Task Activity_OfALiveSession_Passes()
    {
        Assert.True(await PassesAsync());
        Assert.True((await _provider.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
    }

    [Fact]
    public async Task Activity_OfASessionThatWasEnded_IsDroppedAndNobodyIsLeft()
    {
        _sessions.End(_user);

        Assert.False(await PassesAsync());
        Assert.Equal(SignInState.Ended, _provider.State);
        Assert.False((await _provider.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
        Assert.False(await PassesAsync());
    }

    [Fact]
    public async Task Activity_OfASessionWhoseTimeIsUp_IsDroppedAsExpired()
    {
        _time.Advance(TimeSpan.FromMinutes(60));

        Assert.False(await PassesAsync());
        Assert.Equal(SignInState.Expired, _provider.State);
    }

    [Fact]
    public async Task Activity_WhereTheSessionCanNotBeLookedAt_IsDroppedAndTheErrorIsKnown()
    {
        _time.IsBroken = true;

        Assert.False(await PassesAsync());
        Assert.Equal(Assert.Single(_recorded.Ids), _provider.ErrorId);
        Assert.False((await _provider.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
    }

    public void Dispose() => ((IDisposable)_provider).Dispose();

    private async Task<bool> PassesAsync()
    {
        var passed = false;
        await new SignInCircuitHandler(_provider).CreateInboundActivityHandler(_ =>
        {
            passed = true;
            return Task.CompletedTask;
        })((CircuitInboundActivityContext)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(CircuitInboundActivityContext)));
        return passed;
    }
}
