using System.Text.RegularExpressions;
using CallEventsDashboard.Conventions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace CallEventsDashboard.Configuration;

/// <summary>Each key of the table of settings in README.md, with values that are wrong.</summary>
public sealed partial class SettingsTableTests : IDisposable
{
    private const string Secret = "open-sesame-4711";

    /// <summary>For each key of the table what is wrong with it, as <c>key=value</c>. What is needed beside it follows.</summary>
    private static readonly Dictionary<string, string[][]> Wrong = new(StringComparer.Ordinal)
    {
        ["Telnyx:BaseUrl"] = [["api.telnyx.com"], ["http://api.telnyx.com/v2/"], [""]],
        ["Telnyx:AttemptTimeout"] = [["10 s"], ["00:00:00"], ["00:03:00"]],
        ["Telnyx:Proxy"] = [["proxy:3128"], ["socks5://proxy.example.com"], ["http://ada:secret@proxy.example.com"], ["http://proxy.example.com/path"]],
        ["Telnyx:AllowPrivateAddresses"] = [["yes"]],
        ["Authentication:Mode"] = [["Everybody"], [""]],
        ["Authentication:SessionLifetime"] = [["an hour"], ["2.00:00:00"]],
        ["Authentication:RevalidationInterval"] = [["30"], ["00:01:00"]],
        ["Authentication:IdleTimeout"] = [["an hour"], ["00:00:00"]],
        ["Authentication:AbsoluteLifetime"] = [["12"], ["2.00:00:00"]],
        ["Authentication:MaxAge"] = [["soon"], ["2.00:00:00"], ["01:00:00"]],
        ["Authentication:AcrValues"] = [[""], ["mfa"]],
        ["Authentication:RequiredRole"] = [[""], ["CallEvents.Read"]],
        ["Authentication:RequiredGroups"] = [["staff"]],
        ["Authentication:RequiredClaims"] = [["department"], ["=support"], ["department="], ["department=support"]],
        ["Authentication:EmailDomains"] = [["ada@example.com"], ["example..com"], ["example.com"]],
        ["Authentication:AllowGuests"] = [["yes"]],
        ["Authentication:ForgetAtSignOut"] = [["yes"]],
        ["Secrets:Folder"] = [["none"], ["README.md"]],
        ["Authentication:RevealRole"] = [[""], ["CallEvents.Reveal"]],
        ["AzureAd:*"] =
        [
            ["AzureAd:TenantId=common", "Authentication:Mode=EntraId", "AllowedHosts=calls.example.com", "AzureAd:ClientId=2b1d3c4e-5f60-4a7b-8c9d-0e1f2a3b4c5d", $"AzureAd:ClientSecret={Secret}"],
        ],
        ["OpenIdConnect:*"] =
        [
            ["OpenIdConnect:Authority=http://id.example.com", "Authentication:Mode=OpenIdConnect", "AllowedHosts=calls.example.com", "OpenIdConnect:ClientId=dashboard", $"OpenIdConnect:ClientSecret={Secret}"],
        ],
        ["Sandbox:Enabled"] = [["yes"], ["1"]],
        ["Feed:ScanPages"] = [["many"], ["0"], ["4001"], ["99999999999"]],
        ["DataProtection:KeyRing"] = [["README.md"], ["a\0b"]],
        ["DataProtection:Certificate"] = [["README.md"], ["none.pfx"], ["."]],
        ["DataProtection:CertificatePassword"] = [[Secret]],
        ["DataProtection:PreviousCertificate"] = [["none.pfx"]],
        ["DataProtection:PreviousCertificatePassword"] = [[Secret]],
        ["DataProtection:AllowUnprotected"] = [["no"], ["false"]],
        ["Neighbours:Enabled"] = [["yes"]],
        ["Neighbours:Connections"] = [["yes"]],
        ["Neighbours:Calls"] = [["yes"]],
        ["Neighbours:Recordings"] = [["yes"]],
        ["Neighbours:Conversations"] = [["yes"]],
        ["Neighbours:DetailRecords"] = [["yes"]],
        ["Neighbours:Account"] = [["yes"]],
        ["Neighbours:WebhookDeliveries"] = [["1"]],
        ["Neighbours:SessionAnalysis"] = [["off"]],
        ["Privacy:Default"] = [["yes"]],
        ["AllowedHosts"] = [["https://calls.example.com"], ["calls.example.com:443"], ["0.0.0.0"], ["[::]"], [";"]],
        ["PathBase"] = [["calls"], ["/calls/"], ["/calls?a=b"]],
        ["ForwardedHeaders:KnownProxies"] = [["proxy"], ["10.1.2.3:80"]],
        ["ForwardedHeaders:KnownNetworks"] = [["0.0.0.0/0"], ["10.1.2.3"]],
        ["Limits:CircuitsPerUser"] = [["many"], ["0"], ["-1"]],
        ["Limits:ConnectionsPerAddress"] = [["many"], ["0"]],
        ["Limits:Connections"] = [["many"], ["0"]],
        ["Audit:File"] = [["none/audit.json"], ["."], ["a\0b"]],
        ["Audit:Otlp"] = [["yes"], ["true"]],
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = [["collector:4317"]],
    };

    /// <summary>Keys that the framework or a library documents; the app only reads them.</summary>
    private static readonly string[] Foreign = ["Urls", "http_ports", "https_ports", "OTEL_SERVICE_NAME", "Logging:Console:FormatterName"];

    private readonly string _folder = Directory.CreateTempSubdirectory("call-events-").FullName;

    public static TheoryData<string> Keys => new(ReadTable());

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_WithAWrongValue_IsNamedInOneLineWithTheFix(string key)
    {
        Assert.True(Wrong.ContainsKey(key), $"README.md has a setting {key}: say in {nameof(Wrong)} which values of it are wrong.");

        foreach (var settings in Wrong[key].Select(values => Settings(key, values)))
        {
            var problem = Assert.Single(Problems(settings));

            Assert.StartsWith(key.Replace("*", "", StringComparison.Ordinal), problem, StringComparison.Ordinal);
            Assert.Contains(": ", problem, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', problem);
            Assert.DoesNotContain(Secret, problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Keys_AllWrongAtOnce_AreNamedTogether()
    {
        var keys = Wrong.Keys.Where(key => !key.EndsWith('*')).ToArray();
        var settings = keys.SelectMany(key => Settings(key, Wrong[key][0]));

        var problems = Problems(settings);

        // A password alone is wrong, and is not where its certificate is given; groups are wrong only where nobody signs in.
        Assert.Equal(
            keys.Where(key => !key.EndsWith("Password", StringComparison.Ordinal) && key != "Authentication:RequiredGroups").Order(StringComparer.Ordinal),
            problems.Select(problem => problem.Split(' ')[0].TrimEnd(':')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keys_ThatAreRead_AreInTheTable()
    {
        using var services = new ServiceCollection().AddSettings(new ConfigurationBuilder().Build(), Production).BuildServiceProvider();
        var read = services.GetServices<ISettingKeys>().SelectMany(section => section.Keys).Except(Foreign, StringComparer.Ordinal);

        Assert.Equal(read.Order(StringComparer.Ordinal), ReadTable().Where(key => !key.EndsWith('*')).Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static HostingEnvironment Production => new() { EnvironmentName = "Production" };

    private IReadOnlyList<string> Problems(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Authentication:Mode", "Anonymous"), new("DataProtection:KeyRing", Path.Combine(_folder, "ring"))])
            .AddInMemoryCollection(settings)
            .Build();
        return StartupChecks.Problems(configuration, Production);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(string key, string[] values)
        => key.EndsWith('*') ? values.Select(value => value.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))
            : [KeyValuePair.Create(key, (string?)(values[0] == "README.md" ? Path.Combine(Repository.Root, values[0]) : values[0]))];

    /// <summary>The first cells of the table below the heading Configuration; a key that begins with a colon belongs to the section of the one before.</summary>
    private static IEnumerable<string> ReadTable()
    {
        var section = "";
        var rows = File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => line != "## Configuration").Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        foreach (var key in rows.SelectMany(row => Key().Matches(row.Split('|')[1]).Select(match => match.Groups["key"].Value)))
        {
            section = key.StartsWith(':') ? section : key.Split(':')[0];
            yield return key.StartsWith(':') ? section + key : key;
        }
    }

    [GeneratedRegex("`(?<key>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
