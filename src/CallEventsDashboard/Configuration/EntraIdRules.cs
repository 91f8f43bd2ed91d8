using Microsoft.Identity.Web;

namespace CallEventsDashboard.Configuration;

internal sealed class EntraIdRules(IConfiguration configuration) : ProviderRules<EntraIdOptions>(configuration.GetSection(EntraIdOptions.Section))
{
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
        SecretProblem(options.ClientSecret, "a client secret of the app registration"),
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

    private static string State(string? value) => IsMissing(value) ? "is not set" : "is not a GUID";

    private static bool IsGuid(string? value) => Guid.TryParseExact(value?.Trim(), "D", out var id) && id != Guid.Empty;
}
