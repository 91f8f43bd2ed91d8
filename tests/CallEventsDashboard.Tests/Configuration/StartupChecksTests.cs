using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CallEventsDashboard.Configuration;

public sealed class StartupChecksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("call-events-").FullName;

    [Theory]
    [InlineData("Development", null, null)]
    [InlineData("Development", "Anonymous", null)]
    [InlineData("Production", "anonymous", null)]
    [InlineData("Production", null, "Authentication:Mode is not set")]
    [InlineData("Production", "  ", "Authentication:Mode is not set")]
    [InlineData("Staging", null, "Authentication:Mode is not set")]
    [InlineData("Production", "None", "Authentication:Mode is None, which is not a mode")]
    public void Problems_OfTheMode_NameItAndTheFix(string environment, string? mode, string? expected)
        => AssertProblem(expected, Problems(environment, ("Authentication:Mode", mode)));

    [Theory]
    [InlineData("https://api.telnyx.com/v2", null)]
    [InlineData("http://127.0.0.1:5080/v2/", null)]
    [InlineData("http://localhost:5080", null)]
    [InlineData("http://[::1]:5080/", null)]
    [InlineData("http://api.telnyx.com/v2/", "Telnyx:BaseUrl sends API keys in the clear")]
    [InlineData("api.telnyx.com", "Telnyx:BaseUrl is not a web address")]
    [InlineData("ftp://api.telnyx.com/", "Telnyx:BaseUrl is not a web address")]
    [InlineData("", "Telnyx:BaseUrl is not a web address")]
    [InlineData("https://me:secret@api.telnyx.com/v2/", "Telnyx:BaseUrl carries more than an address")]
    [InlineData("https://api.telnyx.com/v2/?key=1", "Telnyx:BaseUrl carries more than an address")]
    [InlineData("https://api.telnyx.com/v2/?", "Telnyx:BaseUrl carries more than an address")]
    [InlineData("https://api.telnyx.com/v2/#", "Telnyx:BaseUrl carries more than an address")]
    [InlineData("https://@api.telnyx.com/v2/", "Telnyx:BaseUrl carries more than an address")]
    [InlineData("https://api.telnyx.com\\@evil.example/", "Telnyx:BaseUrl is not a web address")]
    [InlineData("https:\\\\api.telnyx.com/", "Telnyx:BaseUrl holds a character")]
    [InlineData("https://\u0430pi.telnyx.com/v2/", "Telnyx:BaseUrl holds a character")]
    [InlineData("https://api.telnyx.com /v2/", "Telnyx:BaseUrl is not a web address")]
    [InlineData("http://169.254.169.254/", "Telnyx:BaseUrl sends API keys in the clear")]
    [InlineData("http://0.0.0.0/", "Telnyx:BaseUrl sends API keys in the clear")]
    [InlineData("http://localhost.evil.example/", "Telnyx:BaseUrl sends API keys in the clear")]
    [InlineData("http://127.0.0.1.evil.example/", "Telnyx:BaseUrl sends API keys in the clear")]
    [InlineData("file:///etc/passwd", "Telnyx:BaseUrl is not a web address")]
    public void Problems_OfTheAddress_NameItAndTheFix(string address, string? expected)
        => AssertProblem(expected, Problems("Development", ("Telnyx:BaseUrl", address)));

    [Theory]
    [InlineData("Telnyx:AttemptTimeout", "00:00:10", null)]
    [InlineData("Telnyx:AttemptTimeout", "00:00:00", "Telnyx:AttemptTimeout is 00:00:00")]
    [InlineData("Telnyx:AttemptTimeout", "10", "Telnyx:AttemptTimeout is 10.00:00:00")]
    [InlineData("Telnyx:AttemptTimeout", "10 s", "Telnyx:AttemptTimeout is not a time")]
    [InlineData("Sandbox:Enabled", "true", null)]
    [InlineData("Sandbox:Enabled", "yes", "Sandbox:Enabled is yes")]
    [InlineData("Limits:CircuitsPerUser", "20", null)]
    [InlineData("Limits:CircuitsPerUser", "0", "Limits:CircuitsPerUser is 0")]
    [InlineData("Limits:CircuitsPerUser", "many", "Limits:CircuitsPerUser is many")]
    [InlineData("ForwardedHeaders:KnownProxies", "10.1.2.3, fd00::1", null)]
    [InlineData("ForwardedHeaders:KnownProxies", "proxy", "ForwardedHeaders:KnownProxies has proxy")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "10.1.2.3/8", "ForwardedHeaders:KnownProxies has 10.1.2.3/8")]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.0.0.0/8", null)]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.1.2.3", "ForwardedHeaders:KnownNetworks has 10.1.2.3")]
    public void Problems_OfOtherValues_NameThemAndTheFix(string key, string value, string? expected)
        => AssertProblem(expected, Problems("Development", (key, value)));

    [Fact]
    public void Problems_KeyRingThatIsAFile_NamesTheSetting()
    {
        var file = Path.Combine(_folder, "taken");
        File.WriteAllText(file, "");

        AssertProblem("DataProtection:KeyRing", Problems("Development", ("DataProtection:KeyRing", file)));
    }

    [Fact]
    public void Problems_Several_AreListedTogetherInOneLineEach()
    {
        var problems = Problems("Production", ("Telnyx:BaseUrl", "x"), ("Telnyx:AttemptTimeout", "x"), ("Sandbox:Enabled", "x"));

        Assert.Equal(4, problems.Count);
        Assert.All(problems, problem => Assert.DoesNotContain('\n', problem));
    }

    [Fact]
    public void Address_WithoutFinalSlash_GetsOne()
        => Assert.Equal(new Uri("https://api.telnyx.com/v2/"), new TelnyxOptions { BaseUrl = "https://api.telnyx.com/v2" }.Address);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertProblem(string? expected, IReadOnlyList<string> problems)
    {
        if (expected is null)
            Assert.Empty(problems);
        else
            Assert.StartsWith(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Problems(string environment, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("DataProtection:KeyRing", Path.Combine(_folder, "ring"))])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        return StartupChecks.Problems(configuration, new Host(environment));
    }

    private sealed class Host(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "CallEventsDashboard";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
