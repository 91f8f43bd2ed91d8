using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

public static class DashboardOptions
{
    /// <summary>Adds every setting of the app as options, which are validated at start, and the key ring that they name.</summary>
    public static IServiceCollection AddDashboardOptions(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
        => services.AddSettings(configuration, environment).AddKeyRing(KeyRingOptions.Read(configuration));

    internal static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.TryAddSingleton(configuration);
        var mode = SignInOptions.Read(configuration, environment).Mode;
        var hasProvider = mode is SignInMode.EntraId or SignInMode.OpenIdConnect;
        services.AddSection(SignInOptions.SectionOf(configuration, environment)).AddRules<SignInOptions, SignInRules>();
        // The section of a provider that is not chosen may hold anything.
        if (mode is SignInMode.EntraId)
            services.AddSection<EntraIdOptions>(new(configuration)).AddRules<EntraIdOptions, EntraIdRules>();
        if (mode is SignInMode.OpenIdConnect)
            services.AddSection<OpenIdConnectSettings>(new(configuration)).AddRules<OpenIdConnectSettings, OpenIdConnectRules>();
        services.AddSection<HostingOptions>(new(configuration))
            .AddSingleton<IValidateOptions<HostingOptions>>(new HostingRules(hasProvider && !environment.IsDevelopment()))
            .AddRules<HostingOptions, MisspelledKeys>();
        services.AddSection<ForwardingOptions>(new(configuration)).AddRules<ForwardingOptions, ForwardingRules>();
        services.AddSection<TelnyxOptions>(new(configuration)).AddRules<TelnyxOptions, TelnyxRules>();
        services.AddSection<SandboxAccountOptions>(new(configuration, options => options.Enabled = environment.IsDevelopment()));
        services.AddSection<FeedOptions>(new(configuration));
        services.AddSection<NeighboursOptions>(new(configuration));
        services.AddSection<PrivacyOptions>(new(configuration));
        services.AddSection<LimitOptions>(new(configuration, options =>
        {
            options.CircuitsPerUser = hasProvider ? LimitOptions.DefaultCircuits : null;
            if (!hasProvider)
                options.ConnectionsPerAddress = LimitOptions.AnonymousConnections;
        }));
        services.AddSection<KeyRingOptions>(new(configuration)).AddRules<KeyRingOptions, KeyRingRules>();
        services.AddSection<SecretOptions>(new(configuration)).AddRules<SecretOptions, SecretRules>();
        services.AddSection<AuditOptions>(new(configuration)).AddRules<AuditOptions, AuditRules>();
        services.AddSection<TelemetryOptions>(new(configuration)).AddRules<TelemetryOptions, TelemetryRules>();
        return services.AddSection<LogOptions>(new(configuration)).AddRules<LogOptions, LogRules>();
    }

    private static IServiceCollection AddSection<T>(this IServiceCollection services, SettingsSection<T> section)
        where T : class, ISettings, new()
    {
        services.AddOptions<T>().ValidateOnStart();
        return services
            .AddSingleton<ISettingKeys>(section)
            .AddSingleton<IConfigureOptions<T>>(section)
            .AddSingleton<IValidateOptions<T>>(section);
    }

    private static IServiceCollection AddRules<T, TRules>(this IServiceCollection services)
        where T : class
        where TRules : class, IValidateOptions<T>
        => services.AddSingleton<IValidateOptions<T>, TRules>();
}
