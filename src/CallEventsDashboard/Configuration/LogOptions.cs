using System.ComponentModel.DataAnnotations;

namespace CallEventsDashboard.Configuration;

/// <summary>The settings that the app itself reads of the framework's section <c>Logging</c>.</summary>
public sealed class LogOptions : ISettings
{
    public static string Section => "Logging";

    public static bool IsShared => true;

    /// <summary>The form of the lines on the console; null where the app chooses.</summary>
    [ConfigurationKeyName("Console:FormatterName")]
    [RegularExpression("(?i)simple|json|systemd", ErrorMessage = "set it to simple, json or systemd")]
    public string? FormatterName { get; set; }

    /// <summary>Whether the console writes JSON because nothing else is set: in plain lines, texts from a browser could pass for lines of their own.</summary>
    public static bool WantsJson(IConfiguration configuration, IHostEnvironment environment)
        => (!environment.IsDevelopment() || configuration["DOTNET_RUNNING_IN_CONTAINER"] is "true" or "1") && string.IsNullOrEmpty(new SettingsSection<LogOptions>(configuration).Read().FormatterName);
}
