using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Feeds;

public static class FeedsRegistration
{
    public static IServiceCollection AddCallEventFeeds(this IServiceCollection services) =>
        services.AddSingleton<RequestBudgetRegistry>().AddSingleton<CallEventFeedFactory>().AddScoped<InsightShelf>();
}
