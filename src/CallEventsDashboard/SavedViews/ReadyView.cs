using CallEventsDashboard.Queries;

namespace CallEventsDashboard.SavedViews;

/// <summary>A view that is there without being saved.</summary>
public sealed record ReadyView(string Name, CallEventQuery Query)
{
    private static readonly TimeRange LastHour = new() { Last = TimeSpan.FromHours(1) };

    public static IReadOnlyList<ReadyView> All { get; } =
    [
        new("Failed webhooks of the last hour", Quick("failed-webhooks") with { Range = LastHour }),
        new("Refused commands", Quick("refused-commands")),
        new("Calls that failed", Quick("failed-calls")),
    ];

    private static CallEventQuery Quick(string id) => QuickFilter.All.Single(filter => filter.Id == id).With(CallEventQuery.Default);
}
