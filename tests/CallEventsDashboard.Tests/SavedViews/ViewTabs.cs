using System.Security.Claims;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Browser;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallEventsDashboard.SavedViews;

/// <summary>One browser, in which tabs of one or several people are opened.</summary>
internal sealed class ViewTabs
{
    public FakeBrowser Browser { get; } = new();

    public SimulatedTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public IDataProtectionProvider KeyRing { get; set; } = new EphemeralDataProtectionProvider();

    /// <summary>The zone of the tab that was opened last.</summary>
    public ZonePreference Zones { get; private set; } = null!;

    /// <summary>A new tab, in which the stored views were read.</summary>
    public async Task<ViewStore> OpenAsync(string subject = "ada")
    {
        var storage = new BrowserStorage(new ProtectedLocalStorage(Browser, KeyRing), Browser);
        Zones = new ZonePreference(storage);
        var tab = new ViewStore(storage, new SignedIn(subject), Zones, Time, new Recorded().Work, NullLogger<ViewStore>.Instance);
        await tab.LoadAsync();
        return tab;
    }

    private sealed class SignedIn(string subject) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
            => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new("iss", "https://id.example.com"), new("sub", subject)], "test"))));
    }
}
