using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.ApiKeys;

public static class ApiKeysRegistration
{
    /// <summary>Each circuit's keys, and the clients that use them. Needs the options, the browser's storage, authentication and a key ring.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<ApiKeyStore>();
        services.AddHttp(CallEventsClientFactory.TelnyxHttp, telnyx => telnyx.Address)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IOptions<TelnyxOptions>>().Value));
        services.AddHttp(CallEventsClientFactory.SandboxHttp, _ => new Uri("http://sandbox.invalid/v2/"))
            .ConfigurePrimaryHttpMessageHandler(provider => new SandboxAccountHandler(provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<CallEventsClientFactory>();
    }

    private static SocketsHttpHandler Handler(TelnyxOptions telnyx) => TelnyxHttpHandler.Create(telnyx.Address, telnyx.ProxyAddress, telnyx.AllowPrivateAddresses);

    // Connections are renewed by the handler itself: one that lives as long as the app keeps their number bounded.
    private static IHttpClientBuilder AddHttp(this IServiceCollection services, string name, Func<TelnyxOptions, Uri> address)
        => services.AddHttpClient(name)
            .ConfigureHttpClient((provider, http) =>
            {
                http.BaseAddress = address(provider.GetRequiredService<IOptions<TelnyxOptions>>().Value);
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
}
