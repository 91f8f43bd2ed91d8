using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>Sessions that end, at a provider that is not Entra ID.</summary>
[Collection(nameof(Generic))]
public sealed class SessionTests(GenericFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser)
{
    [Fact]
    public async Task SignIn_AtAnyProvider_KeepsTheLinkAndIsAlive()
    {
        var visitor = await SignedInAsync(Provider.Ada, DeepLink);

        await Expect(visitor.Page).ToHaveURLAsync(DeepLink);
        await SignOutAsync(visitor.Page, Provider.Ada);
        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync();
        await ChooseAsync(visitor, Provider.Bob);
        await ExpectAliveAsync(visitor.Page, Provider.Bob);
    }

    [Fact]
    public async Task SignIn_AsSomebodyElseInASecondTab_EndsTheSessionOfTheFirst()
    {
        var visitor = await NewcomerAsync();
        var second = await visitor.NewTabAsync();
        await visitor.GoToAsync("/keys");
        await second.GotoAsync("/keys");
        await ChooseAsync(visitor, Provider.Ada);
        await ExpectAliveAsync(visitor.Page, Provider.Ada);
        using var client = await ClientOfAsync(visitor);
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(client));

        await second.GetByRole(AriaRole.Link, new() { Name = Provider.Bob.Name, Exact = true }).ClickAsync();
        await ExpectAliveAsync(second, Provider.Bob);

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(client));
        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");
    }

    [Fact]
    public async Task Tabs_RestoredTogether_AllSignIn_AndTheirAttemptsLeaveOneCookie()
    {
        const int Tabs = 6;
        var visitor = await NewcomerAsync();
        var tabs = await Task.WhenAll(Enumerable.Range(0, Tabs).Select(_ => visitor.NewTabAsync()));
        await Task.WhenAll(tabs.Select((tab, i) => tab.GotoAsync($"/keys?tab={i}")));

        var cookie = Assert.Single(await visitor.CookiesAsync(Dashboard.Address.ToString()));
        Assert.Equal("__Host-callevents.browser", cookie.Name);

        foreach (var tab in tabs)
            await tab.GetByRole(AriaRole.Link, new() { Name = Provider.Ada.Name, Exact = true }).ClickAsync();

        for (var i = 0; i < Tabs; i++)
        {
            await Expect(tabs[i]).ToHaveURLAsync($"/keys?tab={i}");
            await ExpectAliveAsync(tabs[i], Provider.Ada);
        }

        await SignOutAsync(tabs[0], Provider.Ada);
        foreach (var tab in tabs)
            await Expect(tab).ToHaveURLAsync("/signed-out");
    }

    [Fact]
    public async Task SignOut_AtAHostThatOnlyTheProviderNames_EndsTheSessionThereToo()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        var opened = new List<string>();
        visitor.Context.Request += (_, request) => opened.Add(request.Url);

        await SignOutAsync(visitor.Page, Provider.Ada);

        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");
        Assert.Contains(opened, url => url.StartsWith(Provider.EndSessionAddress.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(visitor.Complaints, complaint => complaint.Contains("policy", StringComparison.OrdinalIgnoreCase));
        await ExpectNoSessionAsync(visitor);
        await visitor.GoToAsync("/keys");
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = Provider.Ada.Name, Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignOut_InAnotherTab_TakesTheDataAwayAndLeadsOut()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        await visitor.Button("Explore the sandbox").ClickAsync();
        await visitor.WaitForRowsAsync();
        var other = await visitor.NewTabAsync();
        await other.GotoAsync("/keys");
        await ExpectAliveAsync(other, Provider.Ada);

        await SignOutAsync(other, Provider.Ada);
        await Expect(other).ToHaveURLAsync("/signed-out");

        await Expect(visitor.Rows).ToHaveCountAsync(0);
        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");
    }

    [Fact]
    public async Task FrontChannelLogout_FromAFrameOfTheProvider_EndsTheSessionOfThatNameAlone()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        var session = Provider.Sessions.Last();
        var bystander = await SignedInAsync(Provider.Bob);
        var provider = await (await NewcomerAsync()).NewTabAsync();
        var frame = $"{Dashboard.Address}signout-oidc?iss={Uri.EscapeDataString(Provider.Issuer)}&sid={session}";

        await provider.GotoAsync(new Uri(Provider.Address, $"/frame?url={Uri.EscapeDataString(frame)}").ToString());

        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");
        await ExpectAliveAsync(bystander.Page, Provider.Bob);
    }

    [Fact]
    public async Task BackChannelLogout_OfTheProvider_EndsTheSessionOfThatNameAlone_AndOnlyOnce()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        var token = Provider.LogoutToken(Provider.Sessions.Last());
        var bystander = await SignedInAsync(Provider.Bob);
        using var client = Dashboard.Client();

        Assert.Equal(HttpStatusCode.OK, await LogOutAsync(client, token));
        Assert.Equal(HttpStatusCode.BadRequest, await LogOutAsync(client, token));

        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");
        await ExpectAliveAsync(bystander.Page, Provider.Bob);
    }

    [Fact]
    public async Task SignIns_OfAPerson_AreListed_EndedOneByOne_AndEverywhere()
    {
        var (here, elsewhere, third) = (await SignedInAsync(Provider.Ada), await SignedInAsync(Provider.Ada), await SignedInAsync(Provider.Ada));
        await here.Page.GetByTitle(Provider.Ada.Name).ClickAsync();
        await here.Page.GetByRole(AriaRole.Link, new() { Name = "Your sign-ins" }).ClickAsync();
        var listed = here.Page.GetByTestId("sign-in");
        await Expect(here.Page.Locator("[data-testid=sign-in][data-current=true]")).ToHaveCountAsync(1);
        var before = await listed.CountAsync();
        Assert.True(before >= 3);
        Assert.Contains("127.0.0.1", await listed.First.TextContentAsync() ?? "", StringComparison.Ordinal);

        // Used last but for this one.
        await here.Page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).First.ClickAsync();
        await Expect(listed).ToHaveCountAsync(before - 1);
        await Expect(third.Page).ToHaveURLAsync("/signed-out");
        await ExpectAliveAsync(elsewhere.Page, Provider.Ada);

        await here.Button("Sign out everywhere").ClickAsync();
        await Expect(here.Page).ToHaveURLAsync("/signed-out");
        await Expect(elsewhere.Page).ToHaveURLAsync("/signed-out");
    }

    [Fact]
    public async Task Provider_ThatRefuses_IsNamedAndTheLinkIsKept()
    {
        Provider.Bob.IsDisabled = true;
        var visitor = await NewcomerAsync();
        await visitor.GoToAsync(DeepLink);
        await ChooseAsync(visitor, Provider.Bob);

        await ExpectRefusedAsync(visitor, "declined");
        await ExpectNoSessionAsync(visitor);

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Use another account" }).ClickAsync();
        await ChooseAsync(visitor, Provider.Ada);
        await Expect(visitor.Page).ToHaveURLAsync(DeepLink);
        await ExpectAliveAsync(visitor.Page, Provider.Ada);
    }

    private static async Task<HttpStatusCode> LogOutAsync(HttpClient client, string token)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        using var answer = await client.PostAsync("/signout-backchannel", form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<HttpClient> ClientOfAsync(Visitor visitor)
    {
        var cookies = await visitor.CookiesAsync(Dashboard.Address.ToString());
        var client = Dashboard.Client();
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        client.DefaultRequestHeaders.Add("Origin", Dashboard.Address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    private static async Task<HttpStatusCode> NegotiateAsync(HttpClient client)
    {
        using var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
