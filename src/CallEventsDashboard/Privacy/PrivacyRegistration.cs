using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.Privacy;

public static class PrivacyRegistration
{
    /// <summary>Adds the masking of events, as the section <c>Privacy</c> wants it, and the right to see behind it. Needs authentication.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddScoped<RevealRight>().AddScoped<PrivacyMode>();
}
