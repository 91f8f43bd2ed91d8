namespace CallEventsDashboard.EndToEndTests.Harness.Provider;

/// <summary>Where a provider's endpoints are: as at Entra ID below the id of a directory, else as others lay them out.</summary>
internal readonly record struct ProviderPaths(string? Tenant)
{
    public string Issuer => Tenant is null ? "/realms/staff" : $"/{Tenant}/v2.0";

    public string Configuration => $"{Issuer}/.well-known/openid-configuration";

    public string Keys => Tenant is null ? $"{Issuer}/certs" : $"/{Tenant}/discovery/v2.0/keys";

    public string Authorize => Endpoint("auth", "authorize");

    public string Token => Endpoint("token", "token");

    public string Logout => Endpoint("logout", "logout");

    private string Endpoint(string plain, string directory) => Tenant is null ? $"{Issuer}/{plain}" : $"/{Tenant}/oauth2/v2.0/{directory}";
}
