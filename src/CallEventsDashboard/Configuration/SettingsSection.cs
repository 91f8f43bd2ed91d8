using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

/// <summary>
/// Reads options from their section and says all that is wrong with it: values that can't be read, values that break a rule of their property, and
/// keys that no property has. The framework's binder stops at the first value that it can't convert, and passes over keys that it does not know.
/// </summary>
/// <param name="defaults">Sets what depends on where the app runs, before anything is read.</param>
internal sealed class SettingsSection<T>(IConfiguration configuration, Action<T>? defaults = null) : ISettingKeys, IConfigureOptions<T>, IValidateOptions<T>
    where T : class, ISettings, new()
{
    private static readonly PropertyInfo[] Properties = [.. typeof(T).GetProperties().Where(property => property.CanWrite)];

    public IEnumerable<string> Keys => Properties.Select(Key);

    /// <summary>The options as far as they can be read; what can't has its default.</summary>
    public T Read()
    {
        var options = new T();
        Configure(options);
        return options;
    }

    public void Configure(T options)
    {
        defaults?.Invoke(options);
        foreach (var property in Properties)
        {
            if (Text(property) is { } text && SettingText.TryParse(text, property.PropertyType, out var value))
                property.SetValue(options, value);
        }
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var problems = Properties.Select(property => Problem(property, options)).OfType<string>().Concat(UnknownKeys()).ToArray();
        return problems.Length > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private string? Problem(PropertyInfo property, T options)
    {
        var text = Text(property);
        var rules = property.GetCustomAttributes<ValidationAttribute>();
        var broken = text is null || SettingText.TryParse(text, property.PropertyType, out _)
            ? rules.FirstOrDefault(rule => !rule.IsValid(property.GetValue(options)))?.ErrorMessage
            : rules.FirstOrDefault()?.ErrorMessage ?? SettingText.Fix(property.PropertyType);
        return broken is null ? null : $"{Key(property)} is {SettingText.Show(text)}: {broken}.";
    }

    private IEnumerable<string> UnknownKeys()
    {
        if (T.IsShared || T.Section.Length == 0)
            return [];
        var known = Properties.ToDictionary(Key, property => SettingText.IsList(property.PropertyType), StringComparer.OrdinalIgnoreCase);
        return from child in configuration.GetSection(T.Section).GetChildren()
               from leaf in SettingNames.Leaves(child)
               where !known.ContainsKey(leaf) && !known.GetValueOrDefault(child.Path)
               select SettingNames.Unknown(leaf, known.Keys);
    }

    // An empty text is a value only for a text; a number or a switch is not set by it.
    private string? Text(PropertyInfo property)
    {
        var key = Key(property);
        var text = SettingText.IsList(property.PropertyType)
            ? string.Join(',', configuration.GetSection(key).GetChildren().Select(child => child.Value).Prepend(configuration[key]))
            : configuration[key];
        return property.PropertyType == typeof(string) || !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    private static string Key(PropertyInfo property)
    {
        var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
        return T.Section.Length == 0 ? name : $"{T.Section}:{name}";
    }
}
