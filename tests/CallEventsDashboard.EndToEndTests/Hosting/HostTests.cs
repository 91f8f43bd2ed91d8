using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Hosting;

/// <summary>How the app starts, without a browser.</summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task PublishedApp_StartedFromAnyFolder_ServesEachFileOfItsPage()
    {
        using var ring = new TemporaryFolder();
        await using var app = await PlainApp.StartAsync(ring.Path);

        await AssertServesItsFilesAsync(app.Address);
    }

    [Fact]
    public async Task RunFromSource_ServesEachFileOfItsPage()
    {
        await using var app = await ServerProcess.StartAsync(
            ["run", "--project", Path.Combine(Published.Root, "src", "CallEventsDashboard"), "--configuration", "Release", "--no-build", "--", "--urls", "http://127.0.0.1:0"]);

        await AssertServesItsFilesAsync(app.Address);
    }

    [Fact]
    public async Task WithoutAuthenticationMode_OutsideDevelopment_SaysWhatToSet()
    {
        using var ring = new TemporaryFolder();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var app = await PlainApp.StartAsync(ring.Path, ("Authentication__Mode", ""));
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
