using System.Reflection;

namespace CallEventsDashboard.Configuration;

/// <summary>Rules that the sections of both providers share.</summary>
/// <param name="provider">The section.</param>
internal abstract class ProviderRules<T>(IConfigurationSection provider) : OptionsRules<T>
    where T : class, ISignInPaths
{
    protected string? SecretProblem(string? secret, string fix)
        => IsMissing(secret) ? $"{provider.Path}:ClientSecret is not set: set it to {fix}; the code flow needs one." : null;

    protected IEnumerable<string> PathProblems(T options)
    {
        (string Name, string? Value)[] paths =
        [
            (nameof(options.CallbackPath), options.CallbackPath),
            (nameof(options.SignedOutCallbackPath), options.SignedOutCallbackPath),
            (nameof(options.RemoteSignOutPath), options.RemoteSignOutPath),
        ];
        return from path in paths
               where path.Value is { } text && (text.Length < 2 || text[0] != '/' || text[1] == '/')
               select $"{provider.Path}:{path.Name} is not a path: leave it out, or give one that begins with a slash.";
    }

    /// <summary>The framework's binder would throw at the first sign-in where a switch or a number of its own can't be read.</summary>
    protected IEnumerable<string> UnreadableValues(Type framework)
        => from property in framework.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
           where property.CanWrite && (type == typeof(bool) || type == typeof(int) || type == typeof(TimeSpan))
           let text = provider[property.Name]
           where !string.IsNullOrWhiteSpace(text) && !SettingText.TryParse(text, type, out _)
           select $"{provider.Path}:{property.Name} is {SettingText.Show(text)}: {SettingText.Fix(type)}.";

    protected static bool IsMissing(string? value) => string.IsNullOrWhiteSpace(value) || value.TrimStart().StartsWith('<');

    protected static bool IsHttps(string? value)
        => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == "https" && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;
}
