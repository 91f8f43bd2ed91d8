using System.Security.Claims;

namespace CallEventsDashboard.Authentication;

public sealed class SignInIdentityTests
{
    [Fact]
    public void From_ADirectory_KeepsWhoItIsAndLittleElse()
    {
        var identity = SignInIdentity.From(
            Token(("iss", "i"), ("sub", "s"), ("tid", "t"), ("oid", "o"), ("name", "Ada"), ("preferred_username", "ada@example.com"), ("sid", "x"), ("roles", "r"), ("groups", "g")),
            isDirectory: true);

        Assert.Equal(["iss", "sub", "tid", "oid", "sid", "preferred_username", "name"], identity?.Claims.Select(claim => claim.Type));
        Assert.Equal("Ada", identity?.Name);
        Assert.Equal(new UserIdentity("t", "o"), UserIdentity.From(new ClaimsPrincipal(identity!)));
    }

    [Fact]
    public void From_AnyOtherProvider_TellsPeopleApartByIssuerAndSubjectWhateverElseItSends()
    {
        var identity = SignInIdentity.From(Token(("iss", "i"), ("sub", "s"), ("tid", "of somebody else"), ("oid", "of somebody else")), isDirectory: false);

        Assert.Equal(new UserIdentity("i", "s"), UserIdentity.From(new ClaimsPrincipal(identity!)));
    }

    [Fact]
    public void From_ATokenThatNamesNobody_IsNobody()
    {
        Assert.Null(SignInIdentity.From(Token(("iss", "i"), ("sub", "s"), ("tid", "t")), isDirectory: true));
        Assert.Null(SignInIdentity.From(Token(("iss", "i"), ("sub", "s"), ("oid", "o")), isDirectory: true));
        Assert.Null(SignInIdentity.From(Token(("sub", "s")), isDirectory: false));
        Assert.Null(SignInIdentity.From(null, isDirectory: false));
    }

    [Theory]
    [InlineData("preferred_username", "ada@example.com")]
    [InlineData("email", "ada@example.com")]
    public void From_ATokenWithoutAName_CallsThePersonByWhatThereIs(string claim, string value)
        => Assert.Equal(value, SignInIdentity.From(Token(("iss", "i"), ("sub", "s"), ("name", " "), (claim, value)), isDirectory: false)?.Name);

    private static ClaimsPrincipal Token(params (string Type, string Value)[] claims)
        => new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "token"));
}
