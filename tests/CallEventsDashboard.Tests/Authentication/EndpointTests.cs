using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Authentication;

/// <summary>The app as it starts: each of its endpoints is for signed-in people, or is one of the few that are named here.</summary>
public sealed class EndpointTests
{
    private static readonly string[] Open =
    [
        "static assets", "/healthz", "/readyz", "/signin", "/signout", "/signed-out", "/signin-refused", "/error", "/policy-reports",
    ];

    [Theory]
    [InlineData("Anonymous")]
    [InlineData("EntraId")]
    [InlineData("OpenIdConnect")]
    public async Task Endpoints_AllOfThem_AreForSignedInPeopleOrOnTheList(string mode)
    {
        await using var app = await RunningApp.StartAsync($"Authentication:Mode={mode}");
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        var open = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Name).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Open.Concat(mode is "Anonymous" ? [] : ["/signout-backchannel"]).Order(StringComparer.Ordinal), open);
        Assert.InRange(Open.Length, 1, 12);
        Assert.Contains(endpoints, endpoint => Name(endpoint) == "/_blazor");
        Assert.Contains(endpoints, endpoint => Name(endpoint) == "/events");
    }

    [Fact]
    public async Task Endpoints_WithoutAWordOfTheirOwn_AreForSignedInPeople()
    {
        await using var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous");
        var fallback = await app.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();

        Assert.False((await app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new(), fallback!)).Succeeded);
    }

    private static string Name(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        ? "static assets"
        : "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
}
