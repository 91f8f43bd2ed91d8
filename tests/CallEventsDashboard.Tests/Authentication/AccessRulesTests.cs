using System.Security.Claims;
using CallEventsDashboard.Configuration;

namespace CallEventsDashboard.Authentication;

public sealed class AccessRulesTests
{
    private const string Issuer = "https://id.example.com";
    private const string Keycloak = """{"roles":["offline_access","staff"],"level":3,"deep":{"names":["a","b"]}}""";

    [Fact]
    public void AnyToken_WithoutRules_Enters() => Assert.Null(Refusal(new SignInOptions()));

    [Theory]
    [InlineData("roles", "roles", "staff", null)]
    [InlineData("roles", "roles", "Staff", SignInRefusal.Role)]
    [InlineData("roles", "roles", "staff2", SignInRefusal.Role)]
    [InlineData("roles", "roles", "[\"other\",\"staff\"]", null)]
    [InlineData("realm_access.roles", "realm_access", Keycloak, null)]
    [InlineData("realm_access.level", "realm_access", Keycloak, SignInRefusal.Role)]
    [InlineData("realm_access", "realm_access", Keycloak, SignInRefusal.Role)]
    [InlineData("realm_access.none.roles", "realm_access", Keycloak, SignInRefusal.Role)]
    [InlineData("realm_access.roles.x", "realm_access", Keycloak, SignInRefusal.Role)]
    [InlineData("realm_access.roles", "realm_access", "staff", SignInRefusal.Role)]
    [InlineData("realm_access.roles", "realm_access", "{", SignInRefusal.Role)]
    [InlineData("https://example.com/roles", "https://example.com/roles", "staff", null)]
    public void Role_WhereverItIs_IsFoundAsAWhole(string path, string claim, string value, SignInRefusal? expected)
        => Assert.Equal(expected, new AccessRules(new SignInOptions { RequiredRole = "staff" }, path, isDirectory: false).Refusal(Token((claim, value))));

    [Theory]
    [InlineData("department=support", null)]
    [InlineData("department=sales|support", null)]
    [InlineData("department=sales", SignInRefusal.Claim)]
    [InlineData("department=supp", SignInRefusal.Claim)]
    [InlineData("realm_access.deep.names=b", null)]
    [InlineData("realm_access.level=3", null)]
    [InlineData("realm_access.level=4", SignInRefusal.Claim)]
    [InlineData("nothing=x", SignInRefusal.Claim)]
    public void Claim_OfAnyDepth_MustHaveOneOfItsValues(string rule, SignInRefusal? expected)
        => Assert.Equal(expected, Refusal(new SignInOptions { RequiredClaims = [rule] }, ("department", "support"), ("realm_access", Keycloak)));

    [Fact]
    public void Claims_Several_MustAllBeThere()
    {
        var options = new SignInOptions { RequiredClaims = ["department=support", "country=fr"] };

        Assert.Null(Refusal(options, ("department", "support"), ("country", "fr")));
        Assert.Equal(SignInRefusal.Claim, Refusal(options, ("department", "support")));
    }

    [Fact]
    public void Groups_OneOfThem_IsEnough_AndATokenThatLeavesThemOutIsToldApart()
    {
        var options = new SignInOptions { RequiredGroups = ["g1", "g2"] };

        Assert.Null(Refusal(options, ("groups", "g0"), ("groups", "g2")));
        Assert.Equal(SignInRefusal.Group, Refusal(options, ("groups", "g0")));
        Assert.Equal(SignInRefusal.Group, Refusal(options));
        Assert.Equal(SignInRefusal.TooManyGroups, Refusal(options, ("_claim_names", """{"groups":"src1"}""")));
        Assert.Equal(SignInRefusal.TooManyGroups, Refusal(options, ("hasgroups", "true")));
    }

    [Theory]
    [InlineData("ada@example.com", "true", null)]
    [InlineData("ada@EXAMPLE.com", "True", null)]
    [InlineData("ada@example.com", "false", SignInRefusal.Email)]
    [InlineData("ada@example.com", null, SignInRefusal.Email)]
    [InlineData("ada@sub.example.com", "true", SignInRefusal.Email)]
    [InlineData("ada@example.com.evil.example", "true", SignInRefusal.Email)]
    [InlineData("ada@example.com@evil.example", "true", SignInRefusal.Email)]
    [InlineData("@example.com", "true", SignInRefusal.Email)]
    [InlineData("example.com", "true", SignInRefusal.Email)]
    public void Email_OfAProvider_CountsWhereItIsVerifiedAndOfTheVeryDomain(string email, string? verified, SignInRefusal? expected)
        => Assert.Equal(expected, Refusal(new SignInOptions { EmailDomains = ["example.com"] }, ("email", email), ("email_verified", verified ?? "")));

    [Fact]
    public void Email_OfADirectory_IsTheUserNameThatItsAdministratorsGave()
    {
        var rules = new AccessRules(new SignInOptions { EmailDomains = ["example.com"] }, "roles", isDirectory: true);

        Assert.Null(rules.Refusal(Token(("preferred_username", "ada@example.com"))));
        Assert.Equal(SignInRefusal.Email, rules.Refusal(Token(("email", "ada@example.com"), ("email_verified", "true"), ("preferred_username", "ada@other.example"))));
    }

    [Theory]
    [InlineData("acct", "1", true)]
    [InlineData("acct", "0", false)]
    [InlineData("idp", "https://sts.windows.net/other/", true)]
    [InlineData("idp", Issuer, false)]
    [InlineData("upn", "ada_other.example#EXT#@contoso.onmicrosoft.com", true)]
    [InlineData("preferred_username", "ada_other.example#ext#@contoso.onmicrosoft.com", true)]
    [InlineData("name", "Ada", false)]
    public void Guest_OfADirectory_IsRefusedUnlessAllowed(string claim, string value, bool isGuest)
    {
        Assert.Equal(isGuest ? SignInRefusal.Guest : null, new AccessRules(new SignInOptions(), "roles", isDirectory: true).Refusal(Token((claim, value))));
        Assert.Null(new AccessRules(new SignInOptions { AllowGuests = true }, "roles", isDirectory: true).Refusal(Token((claim, value))));
        Assert.Null(new AccessRules(new SignInOptions(), "roles", isDirectory: false).Refusal(Token((claim, value))));
    }

    [Fact]
    public void Member_WhoCameFromElsewhere_IsNoGuest()
        => Assert.Null(new AccessRules(new SignInOptions(), "roles", isDirectory: true).Refusal(Token(("acct", "0"), ("idp", "https://sts.windows.net/other/"))));

    [Fact]
    public void MayReveal_IsForItsRole_OrForEverybody()
    {
        var rules = new AccessRules(new SignInOptions { RevealRole = "reveal" }, "roles", isDirectory: false);

        Assert.True(rules.MayReveal(Token(("roles", "reveal"))));
        Assert.False(rules.MayReveal(Token(("roles", "staff"), (RevealRight.Claim, "true"))));
        Assert.True(new AccessRules(new SignInOptions(), "roles", isDirectory: false).MayReveal(Token()));
    }

    private static SignInRefusal? Refusal(SignInOptions options, params (string Type, string Value)[] claims)
        => new AccessRules(options, "roles", isDirectory: false).Refusal(Token(claims));

    private static ClaimsPrincipal Token(params (string Type, string Value)[] claims)
        => new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)).Prepend(new Claim("iss", Issuer)), "token"));
}
