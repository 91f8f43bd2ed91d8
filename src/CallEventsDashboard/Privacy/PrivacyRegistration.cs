namespace CallEventsDashboard.Privacy;

public static class PrivacyRegistration
{
    /// <summary>Adds the masking of events, as the section <c>Privacy</c> wants it.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddScoped<PrivacyMode>();
}
