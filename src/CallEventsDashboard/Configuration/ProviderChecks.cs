namespace CallEventsDashboard.Configuration;

/// <summary>The settings that a sign-in provider needs: the sections <c>AzureAd</c> and <c>OpenIdConnect</c>, and <c>AllowedHosts</c>.</summary>
public static class ProviderChecks
{
    public const string EntraSection = "AzureAd";
    public const string OpenIdConnectSection = "OpenIdConnect";

    /// <summary>The public cloud's; national clouds have their own.</summary>
    public const string DefaultInstance = "https://login.microsoftonline.com/";

    private static readonly string[] PathNames = ["CallbackPath", "SignedOutCallbackPath", "RemoteSignOutPath"];
    private static readonly string[] OpenTenants = ["common", "organizations", "consumers"];

    /// <summary>Every thing that is wrong for the mode that is set, each in one sentence that names the setting and the fix. Secrets are not repeated.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = SignInMode.Of(configuration, environment) switch
        {
            SignInMode.EntraId => EntraProblems(configuration.GetSection(EntraSection)),
            SignInMode.OpenIdConnect => OpenIdConnectProblems(configuration.GetSection(OpenIdConnectSection)),
            _ => null,
        };
        return problems is null ? [] : problems.Append(HostsProblem(configuration, environment)).OfType<string>();
    }

    private static IEnumerable<string?> EntraProblems(IConfigurationSection section)
    {
        if (!string.IsNullOrWhiteSpace(section["Authority"]))
            yield return $"{EntraSection}:Authority is set: set {EntraSection}:TenantId instead, and {EntraSection}:Instance for a national cloud.";
        if (section["Instance"] is { } instance && !IsHttps(instance))
            yield return $"{EntraSection}:Instance is not an https address: leave it out, or give the address of a national cloud such as https://login.microsoftonline.us/.";
        yield return TenantProblem(section["TenantId"]);
        yield return IsGuid(section["ClientId"])
            ? null
            : $"{EntraSection}:ClientId {State(section["ClientId"])}: set it to the Application (client) ID of the app registration.";
        yield return SecretProblem(section, "a client secret of the app registration");
        foreach (var problem in PathProblems(section))
            yield return problem;
    }

    private static IEnumerable<string?> OpenIdConnectProblems(IConfigurationSection section)
    {
        if (IsMissing(section["Authority"]))
            yield return $"{OpenIdConnectSection}:Authority is not set: set it to the provider's issuer, such as https://id.example.com/realms/staff.";
        else if (!IsHttps(section["Authority"]))
            yield return $"{OpenIdConnectSection}:Authority is not an https address: tokens and secrets would travel in the clear. Give one such as https://id.example.com/realms/staff.";
        if (IsMissing(section["ClientId"]))
            yield return $"{OpenIdConnectSection}:ClientId is not set: set it to the client's id at the provider.";
        yield return SecretProblem(section, "the client's secret at the provider");
        foreach (var problem in PathProblems(section))
            yield return problem;
    }

    private static string? TenantProblem(string? tenant)
    {
        const string Fix = "set it to the Directory (tenant) ID of your directory, a GUID.";
        if (OpenTenants.Contains(tenant?.Trim(), StringComparer.OrdinalIgnoreCase))
            return $"{EntraSection}:TenantId is {tenant}, which lets in people of every directory: {Fix}";
        return IsGuid(tenant) ? null : $"{EntraSection}:TenantId {State(tenant)}: {Fix}";
    }

    private static string? SecretProblem(IConfigurationSection section, string fix)
        => IsMissing(section["ClientSecret"]) ? $"{section.Path}:ClientSecret is not set: set it to {fix}; the code flow needs one." : null;

    private static IEnumerable<string> PathProblems(IConfigurationSection section)
        => from name in PathNames
           where section[name] is { } path && (path.Length < 2 || path[0] != '/' || path[1] == '/')
           select $"{section.Path}:{name} is not a path: leave it out, or give one that begins with a slash.";

    private static string? HostsProblem(IConfiguration configuration, IHostEnvironment environment)
        => environment.IsDevelopment() || configuration["AllowedHosts"] is { } hosts && !IsMissing(hosts) && !hosts.Split(';').Any(host => host.Trim() == "*")
            ? null
            : "AllowedHosts lets every host name in: set it to the name that people open, such as calls.example.com, or the address that the provider sends people back to can be forged.";

    private static string State(string? value) => IsMissing(value) ? "is not set" : "is not a GUID";

    private static bool IsMissing(string? value) => string.IsNullOrWhiteSpace(value) || value.TrimStart().StartsWith('<');

    private static bool IsGuid(string? value) => Guid.TryParseExact(value?.Trim(), "D", out var id) && id != Guid.Empty;

    private static bool IsHttps(string? value)
        => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == "https" && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;
}
