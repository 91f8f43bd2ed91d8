using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>Restarts end all sessions, and nobody has to do anything about it.</summary>
[Collection(nameof(Generic))]
public sealed class RestartTests(GenericFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser)
{
    [Fact]
    public async Task Restart_UnderAnOpenPage_IsRenewedAtTheSameAddressWithItsKey()
    {
        var visitor = await WithAKeyAsync();
        await visitor.GoToAsync(DeepLink);
        await ExpectAliveAsync(visitor.Page, Provider.Ada);
        var before = Provider.Tokens;

        await Dashboard.RestartAsync();

        await visitor.Page.WaitForURLAsync(url => Provider.Tokens > before && url.EndsWith(DeepLink, StringComparison.Ordinal));
        await ExpectAliveAsync(visitor.Page, Provider.Ada);
        await visitor.GoToAsync("/keys");
        await Expect(visitor.Page.GetByTestId("stored-key")).ToHaveAttributeAsync("data-name", Keys.Name);
    }

    [Fact]
    public async Task KeyRing_Lost_AsksForTheKeyAgainAndThePageLives()
    {
        var visitor = await WithAKeyAsync();

        // An open page would reload by itself, and cross the test's own way.
        await visitor.GoToAsync("about:blank");
        await Dashboard.RestartAsync(withNewKeyRing: true);

        await visitor.GoToAsync("/keys");
        await ExpectAliveAsync(visitor.Page, Provider.Ada);
        await Expect(visitor.Page.GetByText("Your stored API keys could not be read")).ToBeVisibleAsync();
        await visitor.SaveKeyAsync("Entered again", Keys.Own);
    }

    private async Task<Visitor> WithAKeyAsync()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        await visitor.SaveKeyAsync(Keys.Name, Keys.Own);
        return visitor;
    }
}
