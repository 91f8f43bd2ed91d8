using System.Security.Claims;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.ApiKeys;

/// <summary>A tab that outlives the session of its person.</summary>
public sealed class SignedOutTests : IDisposable
{
    private readonly FakeBrowser _browser = new();
    private readonly Person _person = new();
    private readonly ApiKeyStore _store;

    public SignedOutTests() => _store = new ApiKeyStore(
        new BrowserStorage(new ProtectedLocalStorage(_browser, new EphemeralDataProtectionProvider()), _browser),
        _person,
        new SimulatedTime(),
        new Recorded().Work,
        Options.Create(new SandboxAccountOptions { Enabled = true }),
        NullLogger<ApiKeyStore>.Instance);

    [Fact]
    public async Task Keys_OfSomebodyWhoIsSignedOut_AreForgottenAndNotReadAgain()
    {
        await SaveAsync();
        var changes = 0;
        _store.Changed += (_, _) => changes++;

        _person.SignIn(null);

        Assert.Empty(_store.Keys);
        Assert.Null(_store.ActiveAccount);
        Assert.Null(_store.Account("Production"));
        Assert.Equal(1, changes);
        Assert.NotNull(await _store.ActivateAsync("Production"));
        Assert.NotNull(await _store.SaveAsync("Other", "KEY0123456789ABCDEF_example7f3b"));
        Assert.Null(_store.ActiveAccount);
        Assert.Single(_browser.Items);
    }

    [Fact]
    public async Task Keys_OfWhoeverIsLookedAtAgainAndIsTheSame_Stay()
    {
        await SaveAsync();

        _person.SignIn("ada");

        Assert.NotNull(_store.ActiveAccount);
    }

    [Fact]
    public async Task Keys_OfSomebodyElseInTheSameTab_AreTheirOwn()
    {
        await SaveAsync();

        _person.SignIn("bob");
        Assert.NotNull(await _store.ActivateAsync("Production"));

        Assert.Empty(_store.Keys);
    }

    public void Dispose() => _store.Dispose();

    private async Task SaveAsync()
    {
        _person.SignIn("ada");
        await _store.LoadAsync();
        Assert.Null(await _store.SaveAsync("Production", "KEY0123456789ABCDEF_example7f3a"));
        Assert.NotNull(_store.ActiveAccount);
    }

    private sealed class Person : AuthenticationStateProvider
    {
        private Task<AuthenticationState> _state = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity())));

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => _state;

        public void SignIn(string? subject)
        {
            var identity = subject is null ? new ClaimsIdentity() : new ClaimsIdentity([new("iss", "https://id.example.com"), new("sub", subject)], "test");
            _state = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity)));
            NotifyAuthenticationStateChanged(_state);
        }
    }
}
