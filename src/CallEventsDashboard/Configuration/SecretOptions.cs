namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Secrets</c>: settings that lie in files of their own.</summary>
public sealed class SecretOptions : ISettings
{
    public static string Section => "Secrets";

    /// <summary>The folder; null for none.</summary>
    public string? Folder { get; set; }

    /// <summary>The full path of <see cref="Folder"/>; null where it is not set, or is none.</summary>
    public string? FolderPath => Folder?.Trim() is { Length: > 0 } folder && Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    /// <summary>The readable settings of the section.</summary>
    public static SecretOptions Read(IConfiguration configuration) => new SettingsSection<SecretOptions>(configuration).Read();
}
