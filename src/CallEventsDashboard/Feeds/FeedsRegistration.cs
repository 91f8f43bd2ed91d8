namespace CallEventsDashboard.Feeds;

public static class FeedsRegistration
{
    public static IServiceCollection AddCallEventFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection(FeedOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<RequestBudgets>().AddSingleton<CallEventFeeds>();
    }
}
