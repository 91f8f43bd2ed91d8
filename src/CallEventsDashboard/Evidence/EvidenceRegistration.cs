namespace CallEventsDashboard.Evidence;

public static class EvidenceRegistration
{
    /// <summary>The evidence files that are open in tabs.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services.AddScoped<TabEvidence>();
}
