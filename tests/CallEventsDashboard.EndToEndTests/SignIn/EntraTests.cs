using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.SignIn;

[Collection(nameof(Entra))]
public sealed class EntraTests(EntraFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser)
{
    [Fact]
    public async Task DeepLink_OfSomebodyNotSignedIn_ComesBackByteForByteAndIsAlive()
    {
        const string Link = "/events?q=a%2Cb%7E,c&from=+12025550142&name=call%2Ehangup&odd=%27%22%5C|";
        var visitor = await NewcomerAsync();
        var opened = new List<string>();
        visitor.Context.Request += (_, request) =>
        {
            if (request.IsNavigationRequest)
                opened.Add(request.Url);
        };

        await visitor.GoToAsync(Link);
        await ChooseAsync(visitor, Provider.Ada);

        await ExpectAliveAsync(visitor.Page, Provider.Ada);
        Assert.Equal(new Uri(Dashboard.Address, "/").ToString().TrimEnd('/') + Link, opened[0]);
        Assert.Equal(opened[0], opened[^1]);
        Assert.True(opened.Count > 4, "nobody was asked to sign in");
    }

    [Fact]
    public async Task SignOut_InTheMenu_EndsTheSessionHereAndAtTheProvider()
    {
        var visitor = await SignedInAsync(Provider.Ada, DeepLink);

        await SignOutAsync(visitor.Page, Provider.Ada);
        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");
        await ExpectNoSessionAsync(visitor);

        await visitor.GoToAsync(DeepLink);
        await ChooseAsync(visitor, Provider.Ada);
        await ExpectAliveAsync(visitor.Page, Provider.Ada);
    }

    [Fact]
    public async Task Cookies_OfASignIn_AreHostBoundSecureHiddenAndSmall()
    {
        var visitor = await SignedInAsync(Provider.Ada);

        const string Browser = "__Host-callevents.browser";
        var cookies = (await visitor.CookiesAsync(Dashboard.Address.ToString())).ToList();

        Assert.Equal([Browser, "__Host-callevents.form", "__Host-callevents.session"], cookies.Select(cookie => cookie.Name).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/" }, cookie.Name);
            // The provider answers with a post from its own site.
            Assert.Equal(cookie.Name == Browser, cookie.SameSite == SameSiteAttribute.None);
            Assert.InRange(cookie.Value.Length, 1, 1500);
        });
    }

    [Fact]
    public async Task SecondPerson_InTheSameBrowser_FindsNoKeyAndTheFirstOneStillDoes()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        await visitor.SaveKeyAsync(Keys.Name, Keys.Own);
        await SignOutAsync(visitor.Page, Provider.Ada);
        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");

        await visitor.GoToAsync("/keys");
        await ChooseAsync(visitor, Provider.Bob);
        await ExpectAliveAsync(visitor.Page, Provider.Bob);
        await Expect(visitor.Button("Save key")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByTestId("stored-key")).ToHaveCountAsync(0);
        await SignOutAsync(visitor.Page, Provider.Bob);
        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");

        await visitor.GoToAsync("/keys");
        await ChooseAsync(visitor, Provider.Ada);
        await Expect(visitor.Page.GetByTestId("stored-key")).ToHaveAttributeAsync("data-name", Keys.Name);
    }
}
