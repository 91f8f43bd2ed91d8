using System.Security.Claims;
using Bunit;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Components.Layout.Notices;
using CsCheck;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.Components.Layout;

/// <summary>What a page says about who is behind it.</summary>
public sealed class AccountTests : DashboardContext
{
    [Fact]
    public void Menu_OfSomebodySignedIn_NamesThem()
    {
        var menu = Show<AccountMenu>(("iss", "i"), ("sub", "s"), ("name", "Ada King Lovelace"), (SignInSessions.IdClaim, "x"));

        Assert.Contains("Account of Ada King Lovelace", menu.Markup, StringComparison.Ordinal);
        Assert.Equal("AL", menu.Find("[aria-hidden=true]").TextContent);
    }

    [Theory]
    [InlineData("Ada", "A")]
    [InlineData("ada@example.com", "A")]
    [InlineData("🦊 Fox", "🦊F")]
    [InlineData("<b>x", "<")]
    public void Initials_OfAnyName_AreWholeLetters(string name, string initials)
        => Assert.Equal(initials, Show<AccountMenu>(("name", name), (SignInSessions.IdClaim, "x")).Find("[aria-hidden=true]").TextContent);

    [Theory]
    [InlineData("")]
    [InlineData("                    ")]
    [InlineData("\t\u00a0\u2003\r\n")]
    public void Menu_OfABlankName_SaysYou(string name)
    {
        var menu = Show<AccountMenu>(("name", name), (SignInSessions.IdClaim, "x"));

        Assert.Contains("Account of you", menu.Markup, StringComparison.Ordinal);
        Assert.Equal("Y", menu.Find("[aria-hidden=true]").TextContent);
    }

    [Fact]
    public void Menu_OfAnyName_Renders() =>
        Gen.String.Sample(name => Show<AccountMenu>(("name", name), (SignInSessions.IdClaim, "x")).Markup.Contains("Account of ", StringComparison.Ordinal), iter: 100, threads: 1);

    [Fact]
    public void Menu_WhereNobodySignsIn_IsNotThere()
        => Assert.Empty(Show<AccountMenu>(("name", "Local user")).Markup.Trim());

    [Fact]
    public void Banner_OfAnOpenDashboard_IsThereAndOfOthersIsNot()
    {
        Assert.NotEmpty(Show<AnonymousModeBanner>(("name", "Local user"), ("open", "true")).FindAll("[role=note]"));
        Assert.Empty(Show<AnonymousModeBanner>(("name", "Local user")).FindAll("[role=note]"));
    }

    private IRenderedComponent<T> Show<T>(params (string Type, string Value)[] claims)
        where T : IComponent
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test", "name", "roles"));
        return Render<T>(parameters => parameters.AddCascadingValue(Task.FromResult(new AuthenticationState(user))));
    }
}
