namespace CallEventsDashboard.Privacy;

public static class PrivacyRegistration
{
    /// <summary>Adds the masking of numbers, as the section <c>Privacy</c> wants it.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section));
        return services.AddScoped<PrivacyMode>();
    }
}
