using System.Security.Claims;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.ApiKeys;

/// <summary>One browser, in which tabs of one or several people are opened.</summary>
internal sealed class KeyTabs
{
    public FakeBrowser Browser { get; } = new();

    public SimulatedTime Time { get; init; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public IDataProtectionProvider KeyRing { get; set; } = new EphemeralDataProtectionProvider();

    public WrittenLog Log { get; } = new();

    public Recorded Recorded { get; } = new();

    public bool SandboxEnabled { get; set; } = true;

    /// <summary>A new tab, in which nothing has been read.</summary>
    public ApiKeyStore Open(string subject = "ada", string issuer = "https://id.example.com") => new(
        new BrowserStorage(new ProtectedLocalStorage(Browser, KeyRing), Browser),
        new SignedIn(issuer, subject),
        Time,
        Recorded.Work,
        Options.Create(new SandboxAccountOptions { Enabled = SandboxEnabled }),
        Log);

    public async Task<ApiKeyStore> OpenLoadedAsync(string subject = "ada")
    {
        var tab = Open(subject);
        await tab.LoadAsync();
        return tab;
    }

    private sealed class SignedIn(string issuer, string subject) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
            => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new("iss", issuer), new("sub", subject)], "test"))));
    }

    internal sealed class WrittenLog : ILogger<ApiKeyStore>
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Add((logLevel, formatter(state, exception) + exception));
    }
}
