using System.Net;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSurface;

public sealed class FaultTests
{
    private const string Secret = "what the fault was about: +12025550142";

    [Fact]
    public async Task Fault_BehindARequest_IsAPageWithTheHeadersAndWithoutTheReason()
    {
        await using var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous");
        var policies = app.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value;
        policies.DefaultPolicy = policies.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(bool (_) => throw new InvalidOperationException(Secret)).Build();
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, disposeHandler: true) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Host = "calls.example.com";

        using var answer = await client.GetAsync("/keys", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        foreach (var name in new[] { "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options" })
            Assert.Single(answer.Headers.GetValues(name));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Something went wrong", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2025550142", page, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), page, StringComparison.Ordinal);
    }
}
