namespace CallEventsDashboard.Configuration;

/// <summary>Levels of the log: one that the framework does not know stops it while the app is built.</summary>
internal sealed class LogRules(IConfiguration configuration) : OptionsRules<LogOptions>
{
    protected override IEnumerable<string?> Problems(LogOptions options)
    {
        var logging = configuration.GetSection(LogOptions.Section);
        return from section in logging.GetChildren().Select(provider => provider.GetSection("LogLevel")).Prepend(logging.GetSection("LogLevel"))
               from level in section.GetChildren()
               where level.Value is { Length: > 0 } text && !Enum.TryParse<LogLevel>(text, ignoreCase: true, out _)
               select $"{level.Path} is {SettingText.Show(level.Value)}: set it to {SettingText.Choice(Enum.GetNames<LogLevel>())}.";
    }
}
