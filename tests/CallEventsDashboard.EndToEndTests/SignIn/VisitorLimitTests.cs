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
        var cookies = await visitor.Context.CookiesAsync([Dashboard.Address.ToString()]);
        var client = Dashboard.Client();
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }
}
