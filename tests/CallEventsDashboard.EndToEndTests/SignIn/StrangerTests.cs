using System.Net;
using System.Text;
using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>What somebody who is not signed in gets, without a browser.</summary>
[Collection(nameof(Generic))]
public sealed class StrangerTests(GenericFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser)
{
    [Theory]
    [InlineData("GET", "/nosuch")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("GET", "/_blazor")]
    [InlineData("GET", "/_blazor/initializers")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/_blazor/disconnect")]
    [InlineData("POST", "/events")]
    [InlineData("HEAD", "/events")]
    [InlineData("PUT", "/keys")]
    [InlineData("DELETE", "/signin")]
    [InlineData("GET", "/signout")]
    [InlineData("GET", "/not-found")]
    [InlineData("GET", "/%2e%2e/appsettings.json")]
    public async Task AnythingButAPage_Is401WithoutACookieOrAWord(string method, string path)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (path == "/not-found")
            request.Headers.Add("Sec-Fetch-Mode", "cors");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("cors", "empty")]
    [InlineData("no-cors", "image")]
    [InlineData("navigate", "iframe")]
    [InlineData("websocket", "websocket")]
    public async Task Page_AskedForByAPage_Is401(string mode, string destination)
    {
        foreach (var path in new[] { "/events", "/signin?returnUrl=%2Fevents" })
        {
            using var client = Client();
            client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", mode);
            client.DefaultRequestHeaders.Add("Sec-Fetch-Dest", destination);
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("/events?from=%2B12025550142&q=a%2Cb")]
    [InlineData("/keys")]
    [InlineData("/")]
    public async Task Page_Opened_AsksToSignInWithoutACookie(string link)
    {
        using var client = Client();
        using var answer = await client.GetAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/signin?returnUrl={Uri.EscapeDataString(link)}", answer.Headers.Location?.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/signed-out", HttpStatusCode.OK)]
    [InlineData("/signin-refused?reason=role", HttpStatusCode.Forbidden)]
    [InlineData("/signin-refused?reason=%3Cscript%3E", HttpStatusCode.Forbidden)]
    public async Task OpenPages_AreAnswered(string path, HttpStatusCode expected)
    {
        using var client = Client();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("blazor.web", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task SignIn_ForAForeignAddress_ComesBackToTheStart(string address)
    {
        var visitor = await NewcomerAsync();
        await visitor.GoToAsync($"/signin?returnUrl={Uri.EscapeDataString(address)}");
        await ChooseAsync(visitor, Provider.Ada);

        await ExpectAliveAsync(visitor.Page, Provider.Ada);
        Assert.Equal(Dashboard.Address.Authority, new Uri(visitor.Page.Url).Authority);
    }

    [Fact]
    public async Task SignOut_OfSomebodyWhoseSessionIsOver_LeadsOut()
    {
        using var client = Client();
        using var form = new StringContent("__RequestVerificationToken=CfDJ8ofASessionThatIsOver", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync("/signout", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/signed-out", answer.Headers.Location?.OriginalString);
        Assert.Equal("\"cache\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
    }

    [Fact]
    public async Task SignOut_WithoutItsToken_IsRefusedAndTheSessionLasts()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        var cookies = await visitor.CookiesAsync(Dashboard.Address.ToString());
        using var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));

        foreach (var body in new[] { "", "__RequestVerificationToken=", "__RequestVerificationToken=CfDJ8forged" })
        {
            using var form = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await client.PostAsync("/signout", form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        await visitor.GoToAsync("/keys");
        await ExpectAliveAsync(visitor.Page, Provider.Ada);
    }

    [Fact]
    public async Task Cookie_OfASessionThatWasEnded_OpensNothing()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        var cookie = (await visitor.CookiesAsync(Dashboard.Address.ToString())).Single(cookie => cookie.Name == "__Host-callevents.session");
        using var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        client.DefaultRequestHeaders.Add("Origin", Dashboard.Address.GetLeftPart(UriPartial.Authority));
        using (var before = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        await SignOutAsync(visitor.Page, Provider.Ada);
        await Expect(visitor.Page).ToHaveURLAsync("/signed-out");

        using var after = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    private HttpClient Client() => Dashboard.Client();
}
