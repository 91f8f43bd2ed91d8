using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>An app of its own: whoever is refused here would be refused in other tests too.</summary>
public sealed class VisitorLimitTests(GenericFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser), IClassFixture<GenericFixture>
{
    [Fact]
    public async Task Person_WhoLoadsPagesWithoutEnd_IsToldToWait_AndNobodyElseIs()
    {
        var (ada, bob) = (await SignedInAsync(Provider.Ada), await SignedInAsync(Provider.Bob));
        using var runaway = await ClientOfAsync(ada);

        var status = HttpStatusCode.OK;
        using var limit = new CancellationTokenSource(Limits.Wait, TimeProvider.System);
        while (status == HttpStatusCode.OK)
        {
            limit.Token.ThrowIfCancellationRequested();
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(runaway)));
            status = answers.Max();
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        using var other = await ClientOfAsync(bob);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(other));
        await ExpectAliveAsync(bob.Page, Provider.Bob);
        await ExpectAliveAsync(ada.Page, Provider.Ada);
    }

    [Fact]
    public async Task Strangers_WhoBeginSignInsWithoutEnd_AreToldToWait_AndTakeNothingFromWhoHoldsASessionOrFinishes()
    {
        var ada = await SignedInAsync(Provider.Ada);
        var former = await SignedInAsync(Provider.Bob);
        using var formerBrowser = await ClientOfAsync(former);
        await SignOutAsync(former.Page, Provider.Bob);
        await Expect(former.Page).ToHaveURLAsync("/signed-out");
        var finishing = await NewcomerAsync();
        await finishing.GoToAsync(DeepLink);

        using var strangers = Dashboard.Client();
        await FloodAsync(strangers, "/signin-oidc?code=x&state=forged", "*/*");
        await FloodAsync(strangers, "/signin", "*/*");
        var page = await FloodAsync(strangers, "/signin", "text/html");
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"10\"", page, StringComparison.Ordinal);

        using var begun = await formerBrowser.GetAsync("/signin", TestContext.Current.CancellationToken);
        Assert.Equal(Provider.Address.Authority, begun.Headers.Location?.Authority);
        await ada.GoToAsync("/keys");
        await ExpectAliveAsync(ada.Page, Provider.Ada);
        await ChooseAsync(finishing, Provider.Ada);
        await Expect(finishing.Page).ToHaveURLAsync(DeepLink);
        await ExpectAliveAsync(finishing.Page, Provider.Ada);
        Assert.Equal(0, Provider.Pushes);
    }

    /// <returns>What was answered to the first request that was refused.</returns>
    private static async Task<string> FloodAsync(HttpClient client, string path, string accept)
    {
        using var limit = new CancellationTokenSource(Limits.Wait, TimeProvider.System);
        string? refused = null;
        while (refused is null)
            refused = (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefusalAsync()))).FirstOrDefault(answer => answer is not null);
        return refused;

        async Task<string?> RefusalAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };
            using var answer = await client.SendAsync(request, limit.Token);
            return answer.StatusCode == HttpStatusCode.TooManyRequests ? await answer.Content.ReadAsStringAsync(limit.Token) : null;
        }
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/keys", TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            Assert.Equal("10", Assert.Single(answer.Headers.GetValues("Retry-After")));
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }

        return answer.StatusCode;
    }

    private async Task<HttpClient> ClientOfAsync(Visitor visitor)
    {
        var cookies = await visitor.CookiesAsync(Dashboard.Address.ToString());
        var client = Dashboard.Client();
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }
}
