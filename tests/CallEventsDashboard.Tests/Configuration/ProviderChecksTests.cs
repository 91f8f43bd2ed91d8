using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace CallEventsDashboard.Configuration;

public sealed class ProviderChecksTests
{
    private const string Tenant = "9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2c";
    private const string Client = "2b1d3c4e-5f60-4a7b-8c9d-0e1f2a3b4c5d";

    private static readonly Dictionary<string, string?> Entra = new(StringComparer.Ordinal)
    {
        ["Authentication:Mode"] = "EntraId",
        ["AllowedHosts"] = "calls.example.com",
        ["AzureAd:TenantId"] = Tenant,
        ["AzureAd:ClientId"] = Client,
        ["AzureAd:ClientSecret"] = "secret",
    };

    private static readonly Dictionary<string, string?> Generic = new(StringComparer.Ordinal)
    {
        ["Authentication:Mode"] = "OpenIdConnect",
        ["AllowedHosts"] = "calls.example.com",
        ["OpenIdConnect:Authority"] = "https://id.example.com/realms/staff",
        ["OpenIdConnect:ClientId"] = "dashboard",
        ["OpenIdConnect:ClientSecret"] = "secret",
    };

    [Theory]
    [InlineData("AzureAd:TenantId", Tenant, null)]
    [InlineData("AzureAd:TenantId", null, "AzureAd:TenantId is not set")]
    [InlineData("AzureAd:TenantId", "common", "AzureAd:TenantId is common, which lets in people of every directory")]
    [InlineData("AzureAd:TenantId", "Organizations", "AzureAd:TenantId is Organizations")]
    [InlineData("AzureAd:TenantId", "consumers", "AzureAd:TenantId is consumers")]
    [InlineData("AzureAd:TenantId", "contoso.onmicrosoft.com", "AzureAd:TenantId is not a GUID")]
    [InlineData("AzureAd:TenantId", "<tenant id>", "AzureAd:TenantId is not set")]
    [InlineData("AzureAd:TenantId", "00000000-0000-0000-0000-000000000000", "AzureAd:TenantId is not a GUID")]
    [InlineData("AzureAd:ClientId", "", "AzureAd:ClientId is not set")]
    [InlineData("AzureAd:ClientId", "dashboard", "AzureAd:ClientId is not a GUID")]
    [InlineData("AzureAd:ClientSecret", " ", "AzureAd:ClientSecret is not set")]
    [InlineData("AzureAd:ClientSecret", null, "AzureAd:ClientSecret is not set")]
    [InlineData("AzureAd:ClientCredentials:0:SourceType", "SignedAssertionFilePath", null)]
    [InlineData("AzureAd:ClientCredentials:0:SourceType", "Paper", "AzureAd:ClientCredentials:0:SourceType is no source")]
    [InlineData("AzureAd:ClientCredentials:0:SourceType", "Path", "AzureAd:ClientCredentials:0:CertificateDiskPath names no certificate")]
    [InlineData("AzureAd:Instance", "https://login.microsoftonline.us/", null)]
    [InlineData("AzureAd:Instance", "http://login.microsoftonline.com/", "AzureAd:Instance is not an https address")]
    [InlineData("AzureAd:Authority", "https://login.microsoftonline.com/common", "AzureAd:Authority is set")]
    [InlineData("AzureAd:CallbackPath", "signin-oidc", "AzureAd:CallbackPath is not a path")]
    [InlineData("AzureAd:CallbackPath", "/back", null)]
    [InlineData("AllowedHosts", "*", "AllowedHosts lets every host name in")]
    [InlineData("AllowedHosts", "calls.example.com; *", "AllowedHosts lets every host name in")]
    [InlineData("AllowedHosts", null, "AllowedHosts lets every host name in")]
    [InlineData("Authentication:SessionLifetime", "08:00:00", null)]
    [InlineData("Authentication:SessionLifetime", "1.00:00:00", null)]
    [InlineData("Authentication:SessionLifetime", "60", "Authentication:SessionLifetime is 60")]
    [InlineData("Authentication:SessionLifetime", "00:00:00", "Authentication:SessionLifetime is 00:00:00")]
    [InlineData("Authentication:SessionLifetime", "an hour", "Authentication:SessionLifetime is an hour")]
    [InlineData("Authentication:RevalidationInterval", "00:01:00", "Authentication:RevalidationInterval is 00:01:00")]
    public void EntraId_OneSettingChanged_NamesItAndTheFix(string key, string? value, string? expected)
        => AssertProblem(expected, Problems("Production", Entra, (key, value)));

    [Theory]
    [InlineData("OpenIdConnect:Authority", "https://id.example.com", null)]
    [InlineData("OpenIdConnect:Authority", null, "OpenIdConnect:Authority is not set")]
    [InlineData("OpenIdConnect:Authority", "http://id.example.com/realms/staff", "OpenIdConnect:Authority is not an https address")]
    [InlineData("OpenIdConnect:Authority", "id.example.com", "OpenIdConnect:Authority is not an https address")]
    [InlineData("OpenIdConnect:ClientId", null, "OpenIdConnect:ClientId is not set")]
    [InlineData("OpenIdConnect:ClientSecret", null, "OpenIdConnect:ClientSecret is not set")]
    [InlineData("OpenIdConnect:GetClaimsFromUserInfoEndpoint", "yes", "OpenIdConnect:GetClaimsFromUserInfoEndpoint is yes: set it to true or false")]
    [InlineData("OpenIdConnect:Prompt", "consent", null)]
    [InlineData("OpenIdConnect:RemoteSignOutPath", "//evil.example", "OpenIdConnect:RemoteSignOutPath is not a path")]
    [InlineData("AllowedHosts", "*", "AllowedHosts lets every host name in")]
    public void OpenIdConnect_OneSettingChanged_NamesItAndTheFix(string key, string? value, string? expected)
        => AssertProblem(expected, Problems("Production", Generic, (key, value)));

    [Fact]
    public void AnyHost_InDevelopment_IsFine()
        => Assert.Empty(Problems("Development", Generic, ("AllowedHosts", "*")));

    [Fact]
    public void AllThatIsMissing_IsListedTogether_OneLineEach()
    {
        var problems = Problems("Production", new Dictionary<string, string?>(StringComparer.Ordinal) { ["Authentication:Mode"] = "entraid" }, ("Authentication:SessionLifetime", "x"));

        Assert.Equal(
            ["Authentication:SessionLifetime", "AzureAd:TenantId", "AzureAd:ClientId", "AzureAd:ClientSecret", "AllowedHosts"],
            problems.Select(problem => problem.Split(' ')[0]));
        Assert.All(problems, problem => Assert.DoesNotContain('\n', problem));
    }

    [Fact]
    public void SettingsOfAnotherMode_AreNotLookedAt()
        => Assert.Empty(Problems("Production", Generic, ("AzureAd:TenantId", "common")));

    private static void AssertProblem(string? expected, IReadOnlyList<string> problems)
    {
        if (expected is null)
            Assert.Empty(problems);
        else
            Assert.StartsWith(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    private static string[] Problems(string environment, Dictionary<string, string?> settings, (string Key, string? Value) change)
    {
        var all = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase) { [change.Key] = change.Value };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return [.. StartupChecks.Problems(configuration, new HostingEnvironment { EnvironmentName = environment })];
    }
}
