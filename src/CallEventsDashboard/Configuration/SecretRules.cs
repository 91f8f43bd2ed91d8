namespace CallEventsDashboard.Configuration;

internal sealed class SecretRules : OptionsRules<SecretOptions>
{
    protected override IEnumerable<string?> Problems(SecretOptions options)
        => [string.IsNullOrWhiteSpace(options.Folder) || options.FolderPath is not null ? null
            : $"{SecretOptions.Section}:{nameof(options.Folder)} is {SettingText.Show(options.Folder)}, which is no folder that the app can see: mount it, or leave the setting out."];
}
