using System.Security.Claims;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

public sealed class RevealRightTests
{
    private static readonly SignInOptions WithRole = new() { RevealRole = "reveal" };

    [Fact]
    public void Right_WhereARoleIsAskedFor_IsOfWhoHasItAndIsThere()
    {
        var person = new FixedSignIn((RevealRight.Claim, "true"));
        var right = new RevealRight(Options.Create(WithRole), person);
        Assert.True(right.IsGiven);

        person.User = null;
        Assert.False(right.IsGiven);

        person.User = new ClaimsPrincipal(new ClaimsIdentity([new(RevealRight.Claim, "true")]));
        Assert.False(right.IsGiven);

        Assert.False(new RevealRight(Options.Create(WithRole), new FixedSignIn(("roles", "reveal"))).IsGiven);
        Assert.True(new RevealRight(Options.Create(new SignInOptions()), new FixedSignIn()).IsGiven);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    public async Task Policy_ForEndpoints_SaysTheSame(bool isAskedFor, bool hasIt, bool expected)
    {
        await using var services = new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider();
        var user = new ClaimsPrincipal(new ClaimsIdentity(hasIt ? [new Claim(RevealRight.Claim, "true")] : [], "test"));
        var policy = RevealRight.CreatePolicy(isAskedFor ? WithRole : new SignInOptions());
        var authorization = services.GetRequiredService<IAuthorizationService>();

        Assert.Equal(expected, (await authorization.AuthorizeAsync(user, policy)).Succeeded);
        Assert.False((await authorization.AuthorizeAsync(new ClaimsPrincipal(), policy)).Succeeded);
    }
}
