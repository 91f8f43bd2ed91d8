namespace CallEventsDashboard.SavedViews;

public static class SavedViewsRegistration
{
    /// <summary>What each circuit's person keeps of what they look at. Needs the browser's storage, authentication and a key ring.</summary>
    public static IServiceCollection AddSavedViews(this IServiceCollection services) => services.AddScoped<ViewStore>();
}
