using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CallEventsDashboard.Configuration;

internal sealed class OpenIdConnectRules(IConfiguration configuration) : ProviderRules<OpenIdConnectSettings>(configuration.GetSection(OpenIdConnectSettings.Section))
{
    private static string Section => OpenIdConnectSettings.Section;

    protected override IEnumerable<string?> Problems(OpenIdConnectSettings options) =>
    [
        AuthorityProblem(options.Authority),
        IsMissing(options.ClientId) ? $"{Section}:ClientId is not set: set it to the client's id at the provider." : null,
        SecretProblem(options.ClientSecret, "the client's secret at the provider"),
        .. PathProblems(options),
        .. UnreadableValues(typeof(OpenIdConnectOptions)),
    ];

    private static string? AuthorityProblem(string? authority)
    {
        if (IsMissing(authority))
            return $"{Section}:Authority is not set: set it to the provider's issuer, such as https://id.example.com/realms/staff.";
        return IsHttps(authority)
            ? null
            : $"{Section}:Authority is not an https address: tokens and secrets would travel in the clear. Give one such as https://id.example.com/realms/staff.";
    }
}
