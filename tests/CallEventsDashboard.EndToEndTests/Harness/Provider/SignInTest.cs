using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A test of signing in: its provider is sane when it begins, and no page may ask another site.</summary>
public abstract class SignInTest(SignInFixture dashboard, BrowserFixture browser) : IAsyncLifetime
{
    protected const string DeepLink = "/events?from=%2B12025550142&name=call.hangup";

    private readonly List<Visitor> _visitors = [];

    protected SignInFixture Dashboard => dashboard;

    protected SignInProvider Provider => dashboard.Provider;

    public virtual ValueTask InitializeAsync()
    {
        Provider.Forge = null;
        Provider.Tamper = null;
        foreach (var user in new[] { Provider.Ada, Provider.Bob })
            (user.IsDisabled, user.HasRole) = (false, true);
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var complaints = dashboard.HuntLog().ToList();
        foreach (var visitor in _visitors)
        {
            if (failed)
                await visitor.SaveScreenshotAsync(TestContext.Current.Test?.TestDisplayName ?? GetType().Name);
            complaints.AddRange(await visitor.FindSecretsAsync());
            complaints.AddRange(visitor.Complaints.Where(complaint => !complaint.StartsWith("console:", StringComparison.Ordinal)));
            if (failed)
                await visitor.DisposeAsync();
            else
                await dashboard.Visitors.ReturnAsync(visitor);
        }

        if (!failed)
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));

        GC.SuppressFinalize(this);
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    protected async Task<Visitor> NewcomerAsync()
    {
        var visitor = await dashboard.Visitors.TakeAsync(browser.Browser, dashboard.Address, Provider.Address, Provider.EndSessionAddress);
        _visitors.Add(visitor);
        await visitor.BeginAsync(null, 1440, ColorScheme.Light);
        return visitor;
    }

    protected static async Task ChooseAsync(Visitor visitor, ProviderUser user) =>
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = user.Name, Exact = true }).ClickAsync();

    /// <summary>Opens a link, signs in on the way, and waits for a page that a circuit keeps alive.</summary>
    protected async Task<Visitor> SignedInAsync(ProviderUser user, string link = "/keys")
    {
        var visitor = await NewcomerAsync();
        await visitor.GoToAsync(link);
        await ChooseAsync(visitor, user);
        await ExpectAliveAsync(visitor.Page, user);
        return visitor;
    }

    protected static async Task ExpectAliveAsync(IPage page, ProviderUser user)
    {
        await Expect(Account(page, user)).ToBeVisibleAsync();
        // The answer to a click comes from the server.
        var theme = page.GetByRole(AriaRole.Button, new() { Name = "Switch to the " });
        var name = await theme.GetAttributeAsync("aria-label");
        await theme.ClickAsync();
        await Expect(theme).Not.ToHaveAttributeAsync("aria-label", name ?? "");
    }

    protected static ILocator Account(IPage page, ProviderUser user) => page.GetByText($"Account of {user.Name}");

    protected static async Task SignOutAsync(IPage page, ProviderUser user)
    {
        await page.GetByTitle(user.Name).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
    }

    protected static Task ExpectRefusedAsync(Visitor visitor, string reason) =>
        Expect(visitor.Page.Locator("[role=alert][data-reason]")).ToHaveAttributeAsync("data-reason", reason);

    protected static async Task ExpectNoSessionAsync(Visitor visitor) =>
        Assert.DoesNotContain(await visitor.CookiesAsync(), cookie => cookie.Name == "__Host-callevents.session");
}
