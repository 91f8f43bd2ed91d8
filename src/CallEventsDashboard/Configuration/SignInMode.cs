namespace CallEventsDashboard.Configuration;

/// <summary>The setting <c>Authentication:Mode</c>.</summary>
public static class SignInMode
{
    public const string Key = "Authentication:Mode";
    public const string Anonymous = "Anonymous";

    private static readonly string[] Announced = ["EntraId", "OpenIdConnect"];

    /// <summary>What is wrong with the mode, in one sentence that names the setting and the fix; null when the app can start with it.</summary>
    public static string? Problem(IConfiguration configuration, IHostEnvironment environment)
    {
        var mode = configuration[Key]?.Trim();
        if (string.IsNullOrEmpty(mode))
        {
            return environment.IsDevelopment()
                ? null
                : $"{Key} is not set: set it to {Anonymous} to let everybody who reaches this address in as one local user.";
        }

        if (mode.Equals(Anonymous, StringComparison.OrdinalIgnoreCase))
            return null;
        return Announced.Contains(mode, StringComparer.OrdinalIgnoreCase)
            ? $"{Key} is {mode}, which this release does not have: set it to {Anonymous}."
            : $"{Key} is {mode}, which is not a mode: set it to {Anonymous}.";
    }
}
