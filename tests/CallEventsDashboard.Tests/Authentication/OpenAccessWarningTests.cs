using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

public sealed class OpenAccessWarningTests
{
    [Fact]
    public async Task Start_WithoutARule_WarnsOnceWithTheSettingsThatHelp()
        => Assert.StartsWith("Warning: Everybody whom the provider signs in may enter. Set Authentication:RequiredRole", Assert.Single(await StartAsync(new())), StringComparison.Ordinal);

    [Fact]
    public async Task Start_WithAnyRule_DoesNot()
    {
        Assert.Empty(await StartAsync(new() { RequiredRole = "staff" }));
        Assert.Empty(await StartAsync(new() { RequiredGroups = ["staff"] }));
        Assert.Empty(await StartAsync(new() { RequiredClaims = ["a=b"] }));
        Assert.Empty(await StartAsync(new() { EmailDomains = ["example.com"] }));
    }

    private static async Task<List<string>> StartAsync(SignInOptions options)
    {
        var log = new LogLines<OpenAccessWarning>();
        await new OpenAccessWarning(Options.Create(options), log).StartAsync(TestContext.Current.CancellationToken);
        return log.Written;
    }
}
