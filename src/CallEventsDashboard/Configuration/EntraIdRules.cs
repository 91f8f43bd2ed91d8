using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Abstractions;
using Microsoft.Identity.Web;

namespace CallEventsDashboard.Configuration;

internal sealed class EntraIdRules(IConfiguration configuration) : ProviderRules<EntraIdOptions>(configuration.GetSection(EntraIdOptions.Section))
{
    private readonly IConfigurationSection _credentials = configuration.GetSection($"{EntraIdOptions.Section}:{nameof(MicrosoftIdentityOptions.ClientCredentials)}");

    private static readonly string[] OpenTenants = ["common", "organizations", "consumers"];

    private static string Section => EntraIdOptions.Section;

    protected override IEnumerable<string?> Problems(EntraIdOptions options) =>
    [
        string.IsNullOrWhiteSpace(options.Authority) ? null
            : $"{Section}:Authority is set: set {Section}:TenantId instead, and {Section}:Instance for a national cloud.",
        IsHttps(options.Instance) ? null
            : $"{Section}:Instance is not an https address: leave it out, or give the address of a national cloud such as https://login.microsoftonline.us/.",
        TenantProblem(options.TenantId),
        IsGuid(options.ClientId) ? null
            : $"{Section}:ClientId {State(options.ClientId)}: set it to the Application (client) ID of the app registration.",
        .. _credentials.GetChildren().Any() ? _credentials.GetChildren().Select(CredentialProblem) : [SecretProblem(options.ClientSecret, "a client secret of the app registration")],
        .. PathProblems(options),
        .. UnreadableValues(typeof(MicrosoftIdentityOptions)),
    ];

    private static string? TenantProblem(string? tenant)
    {
        const string Fix = "set it to the Directory (tenant) ID of your directory, a GUID.";
        if (OpenTenants.Contains(tenant?.Trim(), StringComparer.OrdinalIgnoreCase))
            return $"{Section}:TenantId is {tenant}, which lets in people of every directory: {Fix}";
        return IsGuid(tenant) ? null : $"{Section}:TenantId {State(tenant)}: {Fix}";
    }

    // The path of a certificate is looked at here; what lies elsewhere shows at the first sign-in.
    private static string? CredentialProblem(IConfigurationSection credential)
    {
        const string Fix = "give Path with CertificateDiskPath for a certificate, or SignedAssertionFilePath for a workload's identity.";
        if (!Enum.TryParse<CredentialSource>(credential[nameof(CredentialDescription.SourceType)], ignoreCase: true, out var source))
            return $"{credential.Path}:SourceType {(string.IsNullOrEmpty(credential["SourceType"]) ? "is not set" : "is no source of Microsoft.Identity.Web")}: {Fix}";
        if (source is not CredentialSource.Path)
            return null;
        try
        {
            using var certificate = KeyRingOptions.Load(credential[nameof(CredentialDescription.CertificateDiskPath)], credential[nameof(CredentialDescription.CertificatePassword)]);
            using var key = certificate?.GetRSAPrivateKey();
            return key is null ? $"{credential.Path}:CertificateDiskPath names no certificate with a private RSA key: give the path of a PKCS #12 file (.pfx)." : null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"{credential.Path}:CertificateDiskPath can't be read: give the path of a PKCS #12 file (.pfx) that the app may read, and its password as CertificatePassword.";
        }
    }

    private static string State(string? value) => IsMissing(value) ? "is not set" : "is not a GUID";

    private static bool IsGuid(string? value) => Guid.TryParseExact(value?.Trim(), "D", out var id) && id != Guid.Empty;
}
