using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;

namespace CallEventsDashboard.ApiKeys;

public static class ApiKeysRegistration
{
    /// <summary>Each circuit's keys. Needs the options, authentication and a key ring.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddScoped<ProtectedLocalStorage>();
        return services.AddScoped<ApiKeyStore>();
    }
}
