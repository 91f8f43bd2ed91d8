using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.Configuration;

/// <summary>The program itself, with what keeps it from starting.</summary>
public sealed class AppStartTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("call-events-").FullName;

    [Fact]
    public async Task Settings_WrongInEverySection_EndTheProgramWithOneLineEach()
    {
        var (exitCode, lines) = await RunAsync(
            ("Telnyx__BaseUri", "https://api.telnyx.com/v2/"),
            ("Telnyx__AttemptTimeout", "soon"),
            ("Authentication__SessionLifetime", "an hour"),
            ("Sandbox__Enabled", "yes"),
            ("Feed__ScanPages", "many"),
            ("DataProtection__Certificate", "none.pfx"),
            ("DataProtection__CertificatePassword", "open-sesame-4711"),
            ("Privacy__Default", "yes"),
            ("AllowedHosts", "https://calls.example.com"),
            ("PathBase", "calls"),
            ("ASPNETCORE_URLS", "127.0.0.1"),
            ("ForwardedHeaders__KnownNetworks", "0.0.0.0/0"),
            ("Limits__CircuitsPerUser", "many"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"),
            ("Logging__LogLevel__Default", "Loud"));

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                "AllowedHosts", "Authentication:SessionLifetime", "DataProtection:Certificate", "Feed:ScanPages", "ForwardedHeaders:KnownNetworks", "Limits:CircuitsPerUser",
                "Logging:LogLevel:Default", "OTEL_EXPORTER_OTLP_ENDPOINT", "PathBase", "Privacy:Default", "Sandbox:Enabled", "Telnyx:AttemptTimeout", "Telnyx:BaseUri", "urls",
            ],
            lines.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("open-sesame-4711", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\n  \"Feed\": {\n    \"ScanPages\" 40\n  }\n}\n", "line 3 is not JSON")]
    [InlineData("{ \"Feed\": { \"ScanPages\": 40 }, \"feed\": { \"scanPages\": 41 } }", "feed")]
    public async Task SettingsFile_ThatCantBeRead_IsNamedInOneLine(string content, string reason)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), content, TestContext.Current.CancellationToken);

        var (exitCode, lines) = await RunAsync();

        Assert.Equal(2, exitCode);
        var line = Assert.Single(lines);
        Assert.Contains(Path.Combine(_folder, "appsettings.json"), line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ThatIsTaken_IsNamedInOneLine()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, lines) = await RunAsync(("ASPNETCORE_URLS", $"http://{other.LocalEndpoint}"));

        Assert.Equal(2, exitCode);
        var line = Assert.Single(lines);
        Assert.StartsWith("urls: ", line, StringComparison.Ordinal);
        Assert.Contains($"{other.LocalEndpoint}", line, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs the program as it was built, in a folder of its own, until it ends.</summary>
    /// <returns>Its exit code, and all that it wrote.</returns>
    private async Task<(int ExitCode, string[] Lines)> RunAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CallEventsDashboard.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Authentication__Mode"] = "Anonymous";
        start.Environment["DataProtection__KeyRing"] = Path.Combine(_folder, "ring");
        start.Environment["Logging__LogLevel__Default"] = "Error";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, $"{await output}{await errors}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
