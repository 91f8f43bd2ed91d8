namespace CallEventsDashboard.Configuration;

/// <summary>What an operator must put right before the app can start.</summary>
public static class StartupChecks
{
    /// <summary>Every problem at once, each in one line that names the setting and the fix. Empty when the app can start.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration, IHostEnvironment environment)
        => [.. All(configuration, environment).OfType<string>()];

    private static IEnumerable<string?> All(IConfiguration configuration, IHostEnvironment environment)
    {
        yield return SignInMode.Problem(configuration, environment);
        foreach (var problem in SignInOptions.Problems(configuration).Concat(ProviderChecks.Problems(configuration, environment)))
            yield return problem;
        foreach (var problem in TelnyxProblems(configuration.GetSection(TelnyxOptions.Section)))
            yield return problem;
        if (configuration[$"{SandboxAccountOptions.Section}:Enabled"] is { Length: > 0 } enabled && !bool.TryParse(enabled, out _))
            yield return $"{SandboxAccountOptions.Section}:Enabled is {enabled}: set it to true or false.";
        yield return KeyRing.Problem(configuration);
        yield return CircuitLimit.Problem(configuration);
        foreach (var problem in ForwardingOptions.Problems(configuration))
            yield return problem;
        foreach (var problem in KeyRingCertificate.Problems(configuration))
            yield return problem;
    }

    // Read by hand: binding stops at the first value that it can't convert, and its message does not say what would be right.
    private static IEnumerable<string> TelnyxProblems(IConfigurationSection section)
    {
        var options = new TelnyxOptions();
        options.BaseUrl = section[nameof(options.BaseUrl)] ?? options.BaseUrl;
        if (section[nameof(options.AttemptTimeout)] is { } text)
        {
            if (TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var timeout))
                options.AttemptTimeout = timeout;
            else
                return [.. options.Problems(), $"{TelnyxOptions.Section}:{nameof(options.AttemptTimeout)} is not a time: give one such as 00:00:10 for ten seconds."];
        }

        return options.Problems();
    }
}
