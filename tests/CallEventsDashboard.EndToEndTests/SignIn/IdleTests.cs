using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>A sign-in that nobody uses.</summary>
public sealed class IdleTests(IdleFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser), IClassFixture<IdleFixture>
{
    [Fact]
    public async Task OpenPage_ThatNobodyUses_IsSignedOut_AndTheProviderIsToAskAgain()
    {
        var visitor = await SignedInAsync(Provider.Ada);
        var tokens = Provider.Tokens;
        using var client = Dashboard.Client();
        Assert.DoesNotContain("prompt=", await ChallengeAsync(client), StringComparison.Ordinal);
        var cookies = await visitor.Context.CookiesAsync([Dashboard.Address.ToString()]);
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));

        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();

        Assert.Contains("prompt=login", await ChallengeAsync(client), StringComparison.Ordinal);
        Assert.Equal(tokens, Provider.Tokens);
    }

    private static async Task<string> ChallengeAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/signin", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location?.Query ?? "";
    }
}
