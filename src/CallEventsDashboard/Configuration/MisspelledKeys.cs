using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

/// <summary>
/// Names the keys outside the app's sections that are nearly one of its own: a section that is misspelled, or one underscore where an environment
/// variable needs two. All other keys belong to the framework or to the machine, whose environment variables are all settings.
/// </summary>
internal sealed class MisspelledKeys(IConfiguration configuration, IEnumerable<ISettingKeys> sections) : IValidateOptions<HostingOptions>
{
    private readonly string[] _known = [.. sections.SelectMany(section => section.Keys)];

    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var ours = _known.Select(Section).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var problems = from child in configuration.GetChildren()
                       where !ours.Contains(child.Key)
                       from key in SettingNames.Leaves(child)
                       from known in _known
                       where IsNearly(key, known)
                       select $"{SettingText.Show(key)} is not a setting: did you mean {known}?{Underscores(key)}";
        return problems.ToArray() is { Length: > 0 } all ? ValidateOptionsResult.Fail(all) : ValidateOptionsResult.Success;
    }

    private static bool IsNearly(string key, string known)
    {
        var isFlat = !key.Contains(':', StringComparison.Ordinal);
        if (isFlat && known.Contains(':', StringComparison.Ordinal))
            return key.Equals(known.Replace(':', '_'), StringComparison.OrdinalIgnoreCase);
        // Names of one word, and those in the way of environment variables, are near to others of the machine.
        if (isFlat && (known.Length < 8 || known.Contains('_', StringComparison.Ordinal)))
            return false;
        var allowed = isFlat ? 1 : Math.Min(2, Section(key).Length / 3);
        return Math.Abs(key.Length - known.Length) <= allowed && SettingNames.Distance(key, known) is > 0 and var distance && distance <= allowed;
    }

    private static string Underscores(string key) =>
        key.Contains('_', StringComparison.Ordinal) && !key.Contains(':', StringComparison.Ordinal) ? " As an environment variable it has two underscores for the colon." : "";

    private static string Section(string key) => key.Split(':')[0];
}
