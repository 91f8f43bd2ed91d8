using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.ApiKeys;

public static class ApiKeysRegistration
{
    /// <summary>Each circuit's keys, and the clients that use them. Needs the options, authentication and a key ring.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<ProtectedLocalStorage>();
        services.AddScoped<ApiKeyStore>();
        // Connections are renewed by the handler itself: one that lives as long as the app keeps their number bounded.
        services.AddHttpClient(CallEventsClients.TelnyxHttp)
            .ConfigureHttpClient((provider, http) =>
            {
                http.BaseAddress = provider.GetRequiredService<IOptions<TelnyxOptions>>().Value.Address;
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(TelnyxHttpHandler.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<CallEventsClients>();
        return services.AddSingleton<KeyTest>();
    }
}
