using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

public sealed class SignInFailureTests
{
    [Fact]
    public void Refusal_OfEachFailure_IsItsReason()
    {
        var declined = new OpenIdConnectProtocolException("Message contains error: 'access_denied'");
        declined.Data["error"] = "access_denied";

        Assert.Equal(SignInRefusal.Role, SignInFailure.Refusal(new SignInRefusedException(SignInRefusal.Role)));
        Assert.Equal(SignInRefusal.Tenant, SignInFailure.Refusal(new InvalidOperationException("outer", new SignInRefusedException(SignInRefusal.Tenant))));
        Assert.Equal(SignInRefusal.Expired, SignInFailure.Refusal(new SecurityTokenExpiredException()));
        Assert.Equal(SignInRefusal.Token, SignInFailure.Refusal(new SecurityTokenInvalidAudienceException()));
        Assert.Equal(SignInRefusal.Token, SignInFailure.Refusal(new OpenIdConnectProtocolInvalidNonceException()));
        Assert.Equal(SignInRefusal.Declined, SignInFailure.Refusal(declined));
        Assert.Equal(SignInRefusal.Unavailable, SignInFailure.Refusal(new HttpRequestException()));
        Assert.Equal(SignInRefusal.Unavailable, SignInFailure.Refusal(new InvalidOperationException("IDX20803", new IOException("", new HttpRequestException()))));
        Assert.Equal(SignInRefusal.Attempt, SignInFailure.Refusal(new AuthenticationFailureException("Correlation failed.")));
        Assert.Equal(SignInRefusal.Unknown, SignInFailure.Refusal(new NotSupportedException()));
        Assert.Equal(SignInRefusal.Unknown, SignInFailure.Refusal(null));
    }

    [Fact]
    public void Code_OfAFailure_IsItsNumberOrItsTypeAndNeverItsWords()
    {
        Assert.Equal("IDX10223", SignInFailure.Code(new SecurityTokenExpiredException("IDX10223: Lifetime validation failed for ada@example.com")));
        Assert.Equal("AADSTS50105", SignInFailure.Code(new InvalidOperationException("outer", new NotSupportedException("AADSTS50105: the user"))));
        Assert.Equal("NotSupportedException", SignInFailure.Code(new NotSupportedException("ada@example.com")));
    }
}
