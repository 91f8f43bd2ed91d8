using Microsoft.Extensions.Configuration;

namespace CallEventsDashboard.Operations;

public sealed class HealthCheckCommandTests
{
    [Theory]
    [InlineData(null, null, "http://localhost:5000/healthz")]
    [InlineData("http_ports", "8080", "http://localhost:8080/healthz")]
    [InlineData("http_ports", "8080;8081", "http://localhost:8080/healthz")]
    [InlineData("https_ports", "8443", "https://localhost:8443/healthz")]
    [InlineData("urls", "http://*:8080", "http://127.0.0.1:8080/healthz")]
    [InlineData("urls", "http://+:80;https://+:443", "http://127.0.0.1/healthz")]
    [InlineData("urls", "http://0.0.0.0:5000", "http://127.0.0.1:5000/healthz")]
    [InlineData("urls", "http://[::]:5000", "http://127.0.0.1:5000/healthz")]
    [InlineData("urls", "http://10.1.2.3:5000/calls", "http://10.1.2.3:5000/calls/healthz")]
    public void Address_IsWhereAnInstanceOfTheConfigurationListens(string? key, string? value, string expected)
        => Assert.Equal(new Uri(expected.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)), HealthCheckCommand.Address(Configuration(key, value)));

    [Theory]
    [InlineData(null, null)]
    [InlineData("*", null)]
    [InlineData("calls.example.com;other.example.com", "calls.example.com")]
    [InlineData("*.example.com", "healthcheck.example.com")]
    public void Host_IsOneThatTheInstanceAnswersTo(string? allowed, string? expected)
        => Assert.Equal(expected, HealthCheckCommand.Host(Configuration("AllowedHosts", allowed)));

    private static IConfiguration Configuration(string? key, string? value)
        => new ConfigurationBuilder().AddInMemoryCollection(key is null ? [] : [new(key, value)]).Build();
}
