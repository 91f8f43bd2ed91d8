using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSecurity;

public sealed partial class FaultTests
{
    private const string Secret = "what the fault was about: +12025550142";

    [Fact]
    public async Task Fault_BehindARequest_IsAPageWithTheHeadersAndWithoutTheReason()
    {
        using var log = new WrittenLog();
        await using var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous", "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft.AspNetCore=Trace", "Logging:Console:LogLevel:Default=None");
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
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
        var id = ErrorId().Match(page).Groups["id"].Value;
        Assert.Single(log.Lines, line => line.Contains($"Error {id} in a request: {typeof(InvalidOperationException)}", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("2025550142", StringComparison.Ordinal));
    }

    [GeneratedRegex("data-error-id=\"(?<id>.{3}-.{3})\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ErrorId();

    private sealed class WrittenLog : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
