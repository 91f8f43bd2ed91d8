namespace CallEventsDashboard.Auditing;

public static class AuditingRegistration
{
    /// <summary>Each circuit's <see cref="AuditLog"/>. Needs authentication and a clock.</summary>
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services.AddScoped<AuditLog>();
}
