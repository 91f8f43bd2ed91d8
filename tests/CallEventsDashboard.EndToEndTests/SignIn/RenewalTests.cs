using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>Sessions whose time is up after some seconds.</summary>
[Collection(nameof(Brief))]
public sealed class RenewalTests(BriefFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser)
{
    [Fact]
    public async Task Expiry_OfAnOpenPage_IsRenewedSilentlyAtTheSameAddress()
    {
        var visitor = await OpenAsync();
        var before = Provider.Tokens;

        await visitor.Page.WaitForURLAsync(url => Provider.Tokens > before && url.EndsWith(DeepLink, StringComparison.Ordinal));

        await Expect(Account(visitor.Page, Provider.Ada)).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveURLAsync(DeepLink);
    }

    [Fact]
    public async Task DisabledAccount_AtTheNextRenewal_IsOut()
    {
        var visitor = await OpenAsync();

        Provider.Ada.IsDisabled = true;

        await ExpectOutAsync(visitor, "declined");
    }

    [Fact]
    public async Task LostRole_AtTheNextRenewal_IsOut()
    {
        var visitor = await OpenAsync();

        Provider.Ada.HasRole = false;

        await ExpectOutAsync(visitor, "role");
    }

    private static async Task ExpectOutAsync(Visitor visitor, string reason)
    {
        await Expect(visitor.Page.Locator("[role=alert][data-reason]")).ToHaveAttributeAsync("data-reason", reason);
        await ExpectNoSessionAsync(visitor);
    }

    private async Task<Visitor> OpenAsync()
    {
        var visitor = await NewcomerAsync();
        await visitor.GoToAsync(DeepLink);
        await ChooseAsync(visitor, Provider.Ada);
        await Expect(Account(visitor.Page, Provider.Ada)).ToBeVisibleAsync();
        return visitor;
    }
}
