namespace CallEventsDashboard.Configuration;

/// <summary>The setting <c>Authentication:Mode</c>: who signs people in.</summary>
public static class SignInMode
{
    public const string Key = "Authentication:Mode";

    /// <summary>Nobody: whoever reaches the address is one local user.</summary>
    public const string Anonymous = "Anonymous";

    /// <summary>Microsoft Entra ID, one directory.</summary>
    public const string EntraId = "EntraId";

    /// <summary>Any other OpenID Connect provider.</summary>
    public const string OpenIdConnect = "OpenIdConnect";

    private static readonly string[] Modes = [EntraId, OpenIdConnect, Anonymous];

    /// <summary>The mode in the spelling above, <see cref="Anonymous"/> where none is set in Development; null when there is a <see cref="Problem"/>.</summary>
    public static string? Of(IConfiguration configuration, IHostEnvironment environment) => configuration[Key]?.Trim() is { Length: > 0 } mode
        ? Modes.FirstOrDefault(known => known.Equals(mode, StringComparison.OrdinalIgnoreCase))
        : environment.IsDevelopment() ? Anonymous : null;

    /// <summary>What is wrong with the mode, in one sentence that names the setting and the fix; null when the app can start with it.</summary>
    public static string? Problem(IConfiguration configuration, IHostEnvironment environment)
    {
        if (Of(configuration, environment) is not null)
            return null;
        return configuration[Key]?.Trim() is { Length: > 0 } mode
            ? $"{Key} is {mode}, which is not a mode: set it to {EntraId}, {OpenIdConnect} or {Anonymous}."
            : $"{Key} is not set: set it to {EntraId} or {OpenIdConnect} to let signed-in people in, or to {Anonymous} to let everybody who reaches this address in as one local user.";
    }
}
