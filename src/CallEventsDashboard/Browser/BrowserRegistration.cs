using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;

namespace CallEventsDashboard.Browser;

public static class BrowserRegistration
{
    /// <summary>The storage of each circuit's browser, and what a person chose in it. Needs a key ring for protected values.</summary>
    public static IServiceCollection AddBrowserStorage(this IServiceCollection services) =>
        services.AddScoped<ProtectedLocalStorage>().AddScoped<BrowserStorage>().AddScoped<ZonePreference>();
}
