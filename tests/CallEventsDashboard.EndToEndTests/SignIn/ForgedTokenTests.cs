using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>A provider that is the right one in everything but one detail of its token. Each code names the check that refused, so that none is refused for another reason.</summary>
[Collection(nameof(Entra))]
public sealed partial class ForgedTokenTests(EntraFixture dashboard, BrowserFixture browser) : SignInTest(dashboard, browser)
{
    private const string OwnCheck = "SignInRefusedException";
    private const string Foreign = "11111111-2222-4333-8444-555555555555";

    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, Action<SecurityTokenDescriptor>> Forgeries = new(StringComparer.Ordinal)
    {
        ["issuer of another site"] = token => token.Issuer = $"https://evil.example/{EntraFixture.Tenant}/v2.0",
        ["issuer of another tenant"] = token => token.Issuer = token.Issuer?.Replace(EntraFixture.Tenant, Foreign, StringComparison.Ordinal),
        ["foreign tid"] = token => SetClaim(token, "tid", Foreign),
        ["no tid"] = token => SetClaim(token, "tid", null),
        ["no oid"] = token => SetClaim(token, "oid", null),
        ["another audience"] = SetAudience,
        ["expired"] = token => (token.IssuedAt, token.NotBefore, token.Expires) = (token.IssuedAt - Stale - Stale, null, token.IssuedAt - Stale),
        ["not yet valid"] = token => (token.NotBefore, token.Expires) = (token.IssuedAt + Stale, token.IssuedAt + Stale + Stale),
        ["wrong nonce"] = token => SetClaim(token, "nonce", "not-the-one-that-was-asked-for"),
        ["no nonce"] = token => SetClaim(token, "nonce", null),
        ["unknown key"] = token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "unknown" }, SecurityAlgorithms.RsaSha256),
        ["key of another under the known name"] = token => token.SigningCredentials =
            new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = token.SigningCredentials.Key.KeyId }, SecurityAlgorithms.RsaSha256),
        ["secret for a signature"] = token => token.SigningCredentials =
            new SigningCredentials(new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(SignInProvider.ClientSecret.PadRight(64, 'x'))), SecurityAlgorithms.HmacSha256),
        ["guest"] = token => SetClaim(token, "acct", "1"),
        ["no role"] = token => SetClaim(token, "roles", null),
        ["another role"] = token => SetClaim(token, "roles", "CallEvents.ReadWrite"),
    };

    [Fact]
    public async Task Token_AsTheProviderMakesIt_SignsIn()
        => await SignedInAsync(Provider.Ada);

    [Theory]
    [InlineData("issuer of another site", "token", "IDX40001")]
    [InlineData("issuer of another tenant", "token", "IDX40001")]
    [InlineData("foreign tid", "tenant", OwnCheck)]
    [InlineData("no tid", "tenant", OwnCheck)]
    [InlineData("no oid", "token", OwnCheck)]
    [InlineData("another audience", "token", "IDX10214")]
    [InlineData("expired", "expired", "IDX10223")]
    [InlineData("not yet valid", "token", "IDX10222")]
    [InlineData("wrong nonce", "token", "IDX21323")]
    [InlineData("no nonce", "token", "IDX21320")]
    [InlineData("unknown key", "token", "IDX10503")]
    [InlineData("key of another under the known name", "token", "IDX10511")]
    [InlineData("secret for a signature", "token", "IDX10517")]
    [InlineData("guest", "guest", OwnCheck)]
    [InlineData("no role", "role", OwnCheck)]
    [InlineData("another role", "role", OwnCheck)]
    public async Task Token_Forged_IsRefusedByItsCheckAndThePageSaysSo(string forgery, string reason, string code)
    {
        var isForged = false;
        Provider.Forge = token =>
        {
            Forgeries[forgery](token);
            isForged = true;
        };

        await AssertRefusedAsync(reason, code);
        Assert.True(isForged);
    }

    [Fact]
    public async Task Token_ChangedAfterItWasSigned_IsRefused()
    {
        Provider.Tamper = token =>
        {
            var parts = token.Split('.');
            return $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}";
        };

        await AssertRefusedAsync("token", "IDX10511");
    }

    [Fact]
    public async Task Token_OfAlgorithmNone_IsRefused()
    {
        Provider.Tamper = token =>
        {
            // Without the hash of its access token, which only a signed one has.
            var claims = JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();
            claims.Remove("at_hash");
            return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.";
        };

        await AssertRefusedAsync("token", OwnCheck);
    }

    [Fact]
    public async Task Answer_ThatThisBrowserDidNotAskFor_IsRefused()
    {
        var visitor = await NewcomerAsync();
        var from = Dashboard.LogLength;
        await visitor.GoToAsync(DeepLink);
        // The person is at the provider; the cookies of the attempt are gone before the answer comes.
        await visitor.Context.ClearCookiesAsync();
        await ChooseAsync(visitor, Provider.Ada);

        await ExpectRefusedAsync(visitor, "attempt");
        await ExpectNoSessionAsync(visitor);
        Assert.Single(await RefusalsAsync(from));
    }

    [Theory]
    [InlineData("/signin-oidc?code=x&state=CfDJ8forged")]
    [InlineData("/signin-oidc?code=x")]
    [InlineData("/signin-oidc")]
    [InlineData("/signin-oidc?error=server_error&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state=x")]
    public async Task Answer_OfNoAttempt_IsRefused(string answer)
    {
        var visitor = await NewcomerAsync();
        var from = Dashboard.LogLength;

        await visitor.GoToAsync(answer);

        await ExpectRefusedAsync(visitor, "attempt");
        Assert.DoesNotContain("script>alert", await visitor.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await ExpectNoSessionAsync(visitor);
        Assert.Single(await RefusalsAsync(from));
    }

    private async Task AssertRefusedAsync(string reason, string code)
    {
        var from = Dashboard.LogLength;
        var visitor = await NewcomerAsync();
        await visitor.GoToAsync(DeepLink);
        await ChooseAsync(visitor, Provider.Ada);

        await ExpectRefusedAsync(visitor, reason);
        await ExpectNoSessionAsync(visitor);
        Assert.Equal([code], await RefusalsAsync(from));
    }

    /// <summary>What was refused since, once the log says so. No test leaves before, or the next one would find it.</summary>
    private async Task<IEnumerable<string>> RefusalsAsync(int from) =>
        Code().Matches(await Dashboard.WaitForLogAsync(from, Code().IsMatch)).Select(match => match.Groups["code"].Value);

    [GeneratedRegex(@"A sign-in was refused: \w+ \((?<code>\w+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    private static void SetClaim(SecurityTokenDescriptor token, string type, string? value)
    {
        token.Claims?.Remove(type);
        foreach (var claim in token.Subject.FindAll(type).ToList())
            token.Subject.RemoveClaim(claim);
        if (value is not null)
            token.Subject.AddClaim(new Claim(type, value));
    }

    private static void SetAudience(SecurityTokenDescriptor token)
    {
        token.Audiences.Clear();
        token.Claims?.Remove("aud");
        token.Audience = Foreign;
    }
}
