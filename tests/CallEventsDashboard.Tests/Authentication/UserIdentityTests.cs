using System.Security.Claims;
using CsCheck;

namespace CallEventsDashboard.Authentication;

public sealed class UserIdentityTests
{
    [Fact]
    public void Of_DirectoryClaims_ArePreferredToTheTokensOwn()
        => Assert.Equal(new UserIdentity("t", "o"), UserIdentity.From(SignedIn(("iss", "i"), ("sub", "s"), ("tid", "t"), ("oid", "o"))));

    [Fact]
    public void Of_DirectoryClaimsUnderTheirLongNames_AreRead()
        => Assert.Equal(new UserIdentity("t", "o"), UserIdentity.From(SignedIn(
            ("http://schemas.microsoft.com/identity/claims/tenantid", "t"),
            ("http://schemas.microsoft.com/identity/claims/objectidentifier", "o"))));

    [Fact]
    public void Of_HalfAPair_FallsBackOrIsNobody()
    {
        Assert.Equal(new UserIdentity("i", "s"), UserIdentity.From(SignedIn(("iss", "i"), ("sub", "s"), ("oid", "o"))));
        Assert.Null(UserIdentity.From(SignedIn(("iss", "i"), ("oid", "o"))));
        Assert.Null(UserIdentity.From(SignedIn(("iss", ""), ("sub", "s"))));
    }

    [Fact]
    public void Of_NobodySignedIn_IsNull()
        => Assert.Null(UserIdentity.From(new ClaimsPrincipal(new ClaimsIdentity([new("iss", "i"), new("sub", "s")]))));

    [Fact]
    public void StorageId_PartsThatJoinAlike_Differ()
        => Assert.NotEqual(new UserIdentity("a", "bc").StorageId, new UserIdentity("ab", "c").StorageId);

    [Fact]
    public void StorageId_OfAnyTwo_IsEqualExactlyWhenTheyAre()
        => Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String).Sample((a, b, c, d) =>
        {
            var (one, other) = (new UserIdentity(a, b), new UserIdentity(c, d));
            Assert.Equal(one == other, one.StorageId == other.StorageId);
            Assert.Matches("^[A-Za-z0-9_-]{43}$", one.StorageId);
        });

    private static ClaimsPrincipal SignedIn(params (string Type, string Value)[] claims)
        => new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
