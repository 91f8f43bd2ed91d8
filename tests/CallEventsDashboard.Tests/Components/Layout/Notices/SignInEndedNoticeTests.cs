using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Components.Layout.Notices;

/// <summary>What takes the place of a page whose session is over.</summary>
public sealed class SignInEndedNoticeTests : DashboardContext
{
    private const string Link = "events?from=%2B12025550142";

    private readonly SignInSessions _sessions;
    private readonly SignInStateProvider _provider;
    private readonly ClaimsPrincipal _user;

    public SignInEndedNoticeTests()
    {
        var options = Options.Create(new SignInOptions());
        _sessions = new SignInSessions(Time, options);
        _provider = new SignInStateProvider(_sessions, options, new Recorded().Work, NullLoggerFactory.Instance);
        Services.AddSingleton<AuthenticationStateProvider>(_provider);
        var identity = new ClaimsIdentity([new("iss", "i"), new("sub", "s")], "test");
        _sessions.Begin(identity, new SignInOrigin());
        _user = new ClaimsPrincipal(identity);
        _provider.SetAuthenticationState(Task.FromResult(new AuthenticationState(_user)));
        Navigation.NavigateTo(Link);
    }

    private BunitNavigationManager Navigation => (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Session_Expired_LoadsTheSameAddressAgain()
    {
        Time.Advance(TimeSpan.FromHours(1));
        Assert.True(await _provider.EndIfOverAsync());

        Render<SignInEndedNotice>();

        var step = Navigation.History.First();
        Assert.True(step.Options.ForceLoad);
        Assert.EndsWith(Link, step.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Ended_SaysSoAtOnceAndLeavesWhenTheProviderHadItsTime()
    {
        _sessions.End(_user);
        Assert.True(await _provider.EndIfOverAsync());

        var over = Render<SignInEndedNotice>();

        Assert.Equal("You are signed out", over.Find("h1").TextContent);
        Assert.False(Navigation.History.First().Options.ForceLoad);
        Time.Advance(TimeSpan.FromSeconds(10));
        await over.WaitForAssertionAsync(() => Assert.EndsWith("signed-out", Navigation.History.First().Uri, StringComparison.Ordinal));
        Assert.True(Navigation.History.First().Options.ForceLoad);
    }
}
