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
    [InlineData("Production", "None", "Authentication:Mode is None: set it to EntraId or OpenIdConnect")]
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
    [InlineData("https://me:secret@api.telnyx.com/v2/", "Telnyx:BaseUrl is more than an address")]
    [InlineData("https://api.telnyx.com/v2/?key=1", "Telnyx:BaseUrl is more than an address")]
    [InlineData("https://api.telnyx.com/v2/?", "Telnyx:BaseUrl is more than an address")]
    [InlineData("https://api.telnyx.com/v2/#", "Telnyx:BaseUrl is more than an address")]
    [InlineData("https://@api.telnyx.com/v2/", "Telnyx:BaseUrl is more than an address")]
    [InlineData("https://api.telnyx.com\\@evil.example/", "Telnyx:BaseUrl is not a web address")]
    [InlineData("https:\\\\api.telnyx.com/", "Telnyx:BaseUrl contains a character")]
    [InlineData("https://\u0430pi.telnyx.com/v2/", "Telnyx:BaseUrl contains a character")]
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
    [InlineData("Telnyx:AttemptTimeout", "10", "Telnyx:AttemptTimeout is 10: give a time")]
    [InlineData("Telnyx:AttemptTimeout", "10 s", "Telnyx:AttemptTimeout is 10 s: give a time")]
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
    [InlineData("ForwardedHeaders:KnownNetworks", "10.0.0.0/8, fc00::/7, 2400:cb00::/32", null)]
    [InlineData("ForwardedHeaders:KnownNetworks", "0.0.0.0/0", "ForwardedHeaders:KnownNetworks has 0.0.0.0/0, which trusts almost everybody")]
    [InlineData("ForwardedHeaders:KnownNetworks", "128.0.0.0/1", "ForwardedHeaders:KnownNetworks has 128.0.0.0/1")]
    [InlineData("ForwardedHeaders:KnownNetworks", "::/0", "ForwardedHeaders:KnownNetworks has ::/0")]
    [InlineData("ForwardedHeaders:KnownNetworks", "::ffff:0:0/96", "ForwardedHeaders:KnownNetworks has ::ffff:0:0/96")]
    [InlineData("ForwardedHeaders:KnownProxies", "0.0.0.0", "ForwardedHeaders:KnownProxies has 0.0.0.0")]
    [InlineData("ForwardedHeaders:KnownProxies", "10", "ForwardedHeaders:KnownProxies has 10")]
    [InlineData("Feed:ScanPages", "many", "Feed:ScanPages is many: give a whole number from 1 to 4000")]
    [InlineData("Feed:ScanPages", "4001", "Feed:ScanPages is 4001")]
    [InlineData("Feed:ScanPages", "1,000", "Feed:ScanPages is 1,000")]
    [InlineData("Feed:ScanPages", "", null)]
    [InlineData("Feed:ScanPages:0", "40", "Feed:ScanPages:0 is not a setting: did you mean Feed:ScanPages?")]
    [InlineData("Privacy:Default", "yes", "Privacy:Default is yes: set it to true or false.")]
    [InlineData("Privacy:Default", " True ", null)]
    [InlineData("Authentication:Mode", "2", "Authentication:Mode is 2: set it to EntraId or OpenIdConnect")]
    [InlineData("Authentication:SessionLifetime", "line\nbreak", "Authentication:SessionLifetime is line break: give a time")]
    [InlineData("AllowedHosts", "*", null)]
    [InlineData("AllowedHosts", "calls.example.com;*.example.org;10.1.2.3;[fd00::1];localhost;b\u00fccher.example", null)]
    [InlineData("AllowedHosts", "https://calls.example.com", "AllowedHosts has https://calls.example.com, with a scheme")]
    [InlineData("AllowedHosts", "calls.example.com:8080", "AllowedHosts has calls.example.com:8080, with a port")]
    [InlineData("AllowedHosts", "[fd00::1]:8080", "AllowedHosts has [fd00::1]:8080, with a port")]
    [InlineData("AllowedHosts", "calls.example.com/calls", "AllowedHosts has calls.example.com/calls, which is more than a host name")]
    [InlineData("AllowedHosts", "calls.example.com, other.example.com", "AllowedHosts has a space in or around calls.example.com, other.example.com")]
    [InlineData("AllowedHosts", "calls.example.com,other.example.com", "AllowedHosts has calls.example.com,other.example.com, which is no host name")]
    [InlineData("AllowedHosts", "0.0.0.0", "AllowedHosts has 0.0.0.0, which lets every host name in")]
    [InlineData("AllowedHosts", "[::]", "AllowedHosts has [::], which lets every host name in")]
    [InlineData("AllowedHosts", "fd00::1", "AllowedHosts has fd00::1: write the address as browsers do, [fd00::1].")]
    [InlineData("AllowedHosts", "calls.example.com;", "AllowedHosts has an empty entry")]
    [InlineData("AllowedHosts", "calls.*.com", "AllowedHosts has calls.*.com, which is no host name")]
    [InlineData("PathBase", "/calls", null)]
    [InlineData("PathBase", "/tools/calls-v2", null)]
    [InlineData("PathBase", "", null)]
    [InlineData("PathBase", "calls", "PathBase is calls: give a path that begins with a slash")]
    [InlineData("PathBase", "/", "PathBase is /")]
    [InlineData("PathBase", "/calls/", "PathBase is /calls/")]
    [InlineData("PathBase", "//calls", "PathBase is //calls")]
    [InlineData("PathBase", "/calls/../x", "PathBase is /calls/../x")]
    [InlineData("PathBase", "/calls?a=b", "PathBase is /calls?a=b")]
    [InlineData("urls", "http://127.0.0.1:0;https://[::1]:8443;http://*:80", null)]
    [InlineData("urls", "127.0.0.1:8080", "urls has 127.0.0.1:8080, which is no address to listen at")]
    [InlineData("urls", "http://127.0.0.1:99999", "urls has http://127.0.0.1:99999")]
    [InlineData("urls", "http://127.0.0.1:8080/calls", "urls has http://127.0.0.1:8080/calls, which ends in a path")]
    [InlineData("urls", "ftp://127.0.0.1", "urls has ftp://127.0.0.1, which is neither http nor https")]
    [InlineData("http_ports", "8080;eighty", "http_ports has eighty, which is no port")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT is not a web address")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317", null)]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging:LogLevel:Default is Loud: set it to Trace, Debug")]
    [InlineData("Logging:Console:LogLevel:Default", "none", null)]
    [InlineData("Logging:Console:LogLevel:Microsoft.AspNetCore", "Quiet", "Logging:Console:LogLevel:Microsoft.AspNetCore is Quiet")]
    [InlineData("Logging:Console:FormatterName", "jsn", "Logging:Console:FormatterName is jsn: set it to simple, json or systemd.")]
    [InlineData("Telnyx:BaseUri", "https://api.telnyx.com/v2/", "Telnyx:BaseUri is not a setting: did you mean Telnyx:BaseUrl?")]
    [InlineData("Sandbox:Enable", "true", "Sandbox:Enable is not a setting: did you mean Sandbox:Enabled?")]
    [InlineData("Authentication:Modus", "EntraId", "Authentication:Modus is not a setting: did you mean Authentication:Mode?")]
    [InlineData("Telnyx:ApiKey", "KEY0123456789", "Telnyx:ApiKey is not a setting: take it out; this section has Telnyx:BaseUrl, Telnyx:AttemptTimeout, Telnyx:Proxy, Telnyx:AllowPrivateAddresses.")]
    [InlineData("Telnix:BaseUrl", "https://api.telnyx.com/v2/", "Telnix:BaseUrl is not a setting: did you mean Telnyx:BaseUrl?")]
    [InlineData("Authentification:Mode", "EntraId", "Authentification:Mode is not a setting: did you mean Authentication:Mode?")]
    [InlineData("AllowedHost", "calls.example.com", "AllowedHost is not a setting: did you mean AllowedHosts?")]
    [InlineData("Telnyx_BaseUrl", "https://api.telnyx.com/v2/", "Telnyx_BaseUrl is not a setting: did you mean Telnyx:BaseUrl? As an environment variable it has two underscores")]
    [InlineData("DATABASE", "calls", null)]
    [InlineData("TELNYX_API_KEY", "KEY0123456789", null)]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections", "100", null)]
    [InlineData("AzureAd:Domain", "example.com", null)]
    [InlineData("DataProtection:CertificatePassword", "open sesame", "DataProtection:CertificatePassword is set, but DataProtection:Certificate is not")]
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
