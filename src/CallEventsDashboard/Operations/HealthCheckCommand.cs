using System.Globalization;
using CallEventsDashboard.Configuration;

namespace CallEventsDashboard.Operations;

/// <summary>
/// The switch <c>--healthcheck</c>: asks an instance on this machine, configured as this program is, whether it is alive. For containers, whose image
/// has no shell and no <c>curl</c>.
/// </summary>
public static class HealthCheckCommand
{
    private const string Switch = "--healthcheck";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static bool IsIn(string[] args) => args.Contains(Switch, StringComparer.Ordinal);

    /// <returns>The exit code: 0 when it is.</returns>
    public static async Task<int> AskAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(arg => arg != Switch)])
            .Build();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }, disposeHandler: true) { Timeout = Limit };
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(configuration));
        request.Headers.Host = Host(configuration);
        try
        {
            using var answer = await client.SendAsync(request);
            if (answer.IsSuccessStatusCode)
                return 0;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{request.RequestUri} answered {(int)answer.StatusCode}."));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{request.RequestUri} did not answer: {e.Message}");
        }

        return 1;
    }

    /// <summary>Where an instance of this configuration listens, seen from this machine.</summary>
    public static Uri Address(IConfiguration configuration)
    {
        // The server's wild cards are no address.
        var parts = BindingAddress.Parse(HostingOptions.Read(configuration).FirstUrl);
        var host = parts.Host is "*" or "+" or "0.0.0.0" or "[::]" or "localhost" ? "127.0.0.1" : parts.Host;
        return new UriBuilder(parts.Scheme, host.Trim('[', ']'), parts.Port, $"{parts.PathBase}/healthz").Uri;
    }

    /// <summary>A host name that the instance answers to; null where it answers to all.</summary>
    public static string? Host(IConfiguration configuration)
    {
        var first = HostingOptions.Read(configuration).Hosts.FirstOrDefault();
        return first is null or "*" ? null : first.Replace("*", "healthcheck", StringComparison.Ordinal);
    }
}
