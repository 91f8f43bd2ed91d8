using System.Globalization;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Authentication</c> apart from its mode: how long a sign-in lasts and what it needs.</summary>
public sealed class SignInOptions
{
    public const string Section = "Authentication";

    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(30);

    /// <summary>How long a sign-in lasts before it is renewed silently: one second to a day.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How often an open page looks whether its session still lasts: one to thirty seconds, so that an ended session shows nothing after a minute.</summary>
    public TimeSpan RevalidationInterval { get; set; } = LongestInterval;

    /// <summary>The app role that a person must have; null when everyone whom the provider signs in may enter.</summary>
    public string? RequiredRole { get; set; }

    /// <summary>Every thing that is wrong, each in one sentence that names the setting and the fix.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (TimeProblem(section, nameof(SessionLifetime), LongestLifetime, "01:00:00 for an hour") is { } lifetime)
            yield return lifetime;
        if (TimeProblem(section, nameof(RevalidationInterval), LongestInterval, "00:00:30 for thirty seconds") is { } interval)
            yield return interval;
    }

    private static string? TimeProblem(IConfigurationSection section, string name, TimeSpan longest, string example)
    {
        if (section[name] is not { } text)
            return null;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.FromSeconds(1) && time <= longest
            ? null
            : $"{Section}:{name} is {text}: give a time from 00:00:01 to {(longest.Days > 0 ? "1.00:00:00" : $"{longest:c}")}, such as {example}.";
    }
}
