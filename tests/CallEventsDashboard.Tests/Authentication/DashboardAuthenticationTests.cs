using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Authentication;

public sealed class DashboardAuthenticationTests
{
    [Fact]
    public async Task Anonymous_AnyRequest_IsTheOneLocalUser()
    {
        var provider = Build("Anonymous");
        var result = await provider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(new DefaultHttpContext { RequestServices = provider }, scheme: null);

        Assert.Equal("Local user", result.Principal?.Identity?.Name);
        Assert.Equal(new UserIdentity("local", "anonymous"), UserIdentity.From(result.Principal!));
    }

    [Fact]
    public async Task FallbackPolicy_NobodySignedIn_LetsNobodyIn()
    {
        var provider = Build("Anonymous");
        var policy = await provider.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var result = await provider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new(), policy!);

        Assert.False(result.Succeeded);
    }

    [Fact]
    public void UnknownMode_IsRefusedByName()
        => Assert.StartsWith("Authentication:Mode", Assert.Throws<InvalidOperationException>(() => Build("Everybody")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Anonymous_OutsideDevelopment_IsToBeShownAsOpen(string environment, bool expected)
    {
        var provider = Build("Anonymous", environment);
        var result = await provider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(new DefaultHttpContext { RequestServices = provider }, scheme: null);

        Assert.Equal(expected, AnonymousHandler.IsEverybody(result.Principal!));
    }

    private static ServiceProvider Build(string mode, string environment = "Production")
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection([new("Authentication:Mode", mode)]);
        builder.Services.AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(builder.Environment).AddLogging().AddDashboardAuthentication(builder.Configuration, builder.Environment);
        return builder.Services.BuildServiceProvider();
    }
}
