using System.Globalization;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Configuration;

/// <summary>The text of a setting and the value that it stands for, alike in every culture.</summary>
internal static class SettingText
{
    private const int LongestShown = 80;

    /// <summary>Whether the text is a value of the type: a text, a whole number, a time span, <c>true</c> or <c>false</c>, a name of an enumeration, or a list separated by commas.</summary>
    public static bool TryParse(string text, Type type, out object? value)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        value = plain switch
        {
            _ when plain == typeof(string) => text,
            _ when plain == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when plain == typeof(bool) => bool.TryParse(text, out var isOn) ? isOn : null,
            _ when plain == typeof(TimeSpan) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null,
            // Only by name: the framework's parser takes numbers as well.
            { IsEnum: true } => Enum.GetNames(plain).FirstOrDefault(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(plain, name) : null,
            _ when IsList(plain) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => throw new NotSupportedException($"A setting can't be of the type {type}."),
        };
        return value is not null;
    }

    public static bool IsList(Type type) => type == typeof(IReadOnlyList<string>);

    /// <summary>A hint for a text that is no value of the type.</summary>
    public static string Fix(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return $"set it to {Choice(Enum.GetNames(plain))}";
        if (plain == typeof(bool))
            return "set it to true or false";
        return plain == typeof(TimeSpan) ? "give a time such as 00:00:10 for ten seconds" : "give a whole number";
    }

    /// <summary>The text as it can be quoted in a sentence: in one line, and not too long.</summary>
    public static string Show(string? text)
    {
        if (text is null)
            return "not set";
        if (string.IsNullOrWhiteSpace(text))
            return "empty";
        return LogText.Line(text, LongestShown);
    }

    public static string Choice(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
}
