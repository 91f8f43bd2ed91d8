using System.Net;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

/// <summary>How the app starts, without a browser.</summary>
public sealed partial class HostTests
{
    private static readonly Dictionary<string, string> Production = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Authentication__Mode"] = "Anonymous",
        ["DataProtection__KeyRing"] = Path.Combine(Path.GetTempPath(), "call-events-host-tests"),
    };

    [Fact]
    public async Task PublishedApp_StartedFromAnyFolder_ServesEachFileOfItsPage()
    {
        await using var app = await ServerProcess.StartAsync([Published.App, "--urls", "http://127.0.0.1:0"], Production, Path.GetTempPath());

        await AssertServesItsFilesAsync(app.Address);
    }

    [Fact]
    public async Task RunFromSource_ServesEachFileOfItsPage()
    {
        await using var app = await ServerProcess.StartAsync(
            ["run", "--project", Path.Combine(Published.Root, "src", "CallEventsDashboard"), "--configuration", "Release", "--no-build", "--", "--urls", "http://127.0.0.1:0"]);

        await AssertServesItsFilesAsync(app.Address);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_IsAnonymous(string path)
    {
        await using var app = await ServerProcess.StartAsync([Published.App, "--urls", "http://127.0.0.1:0"], Production);
        using var client = Client(app.Address);

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task WithoutAuthenticationMode_OutsideDevelopment_SaysWhatToSet()
    {
        var settings = new Dictionary<string, string>(Production, StringComparer.Ordinal) { ["Authentication__Mode"] = "" };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var app = await ServerProcess.StartAsync([Published.App, "--urls", "http://127.0.0.1:0"], settings);
        });

        Assert.Contains("Authentication:Mode", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task AssertServesItsFilesAsync(Uri address)
    {
        using var client = Client(address);
        var page = await client.GetStringAsync("/keys", TestContext.Current.CancellationToken);
        var files = FileReferences().Matches(page).Select(match => match.Groups["file"].Value).Where(file => !file.Contains("://", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, file => file.Contains("app.", StringComparison.Ordinal) && file.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Contains("blazor.web.", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(new Uri(address, file), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{file} answers {(int)answer.StatusCode}");
        }
    }

    private static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, disposeHandler: true) { BaseAddress = address };

    [GeneratedRegex("(?:href|src)=\"(?<file>[^\"]+\\.(?:css|js|svg|ico|png))\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileReferences();
}
