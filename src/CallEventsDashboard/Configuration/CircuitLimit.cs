using System.Globalization;

namespace CallEventsDashboard.Configuration;

/// <summary>The setting <c>Limits:CircuitsPerUser</c>: how many tabs one person may have open.</summary>
public static class CircuitLimit
{
    public const string Key = "Limits:CircuitsPerUser";

    private const int Default = 100;

    /// <returns>Null where there is no limit: with <c>Anonymous</c> everybody is the same user, so it has one only where it is set.</returns>
    public static int? Of(IConfiguration configuration, IHostEnvironment environment)
    {
        if (int.TryParse(configuration[Key], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            return limit;
        return SignInMode.Of(configuration, environment) is SignInMode.Anonymous ? null : Default;
    }

    /// <returns>What is wrong, in one sentence that names the setting and the fix; null when all is well.</returns>
    public static string? Problem(IConfiguration configuration) =>
        configuration[Key] is not { Length: > 0 } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            ? null
            : $"{Key} is {text}: give a whole number of at least 1, such as {Default}.";
}
