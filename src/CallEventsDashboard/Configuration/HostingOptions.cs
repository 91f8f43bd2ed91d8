namespace CallEventsDashboard.Configuration;

/// <summary>Under which names and paths the app is served, and where it listens: keys outside of sections, most of them the framework's.</summary>
public sealed class HostingOptions : ISettings
{
    public static string Section => "";

    /// <summary>The host names that are answered, separated by <c>;</c>. <c>*</c>, or none, is every name.</summary>
    public string? AllowedHosts { get; set; }

    /// <summary>The path under which the app is served: begins with a slash and does not end in one. Null or empty at the root of its host.</summary>
    public string? PathBase { get; set; }

    /// <summary>The addresses that the server listens at, separated by <c>;</c>.</summary>
    public string? Urls { get; set; }

    /// <summary>In place of <see cref="Urls"/> the ports, separated by <c>;</c>.</summary>
    [ConfigurationKeyName("http_ports")]
    public string? HttpPorts { get; set; }

    /// <inheritdoc cref="HttpPorts"/>
    [ConfigurationKeyName("https_ports")]
    public string? HttpsPorts { get; set; }

    /// <summary>The entries of <see cref="AllowedHosts"/>.</summary>
    public IEnumerable<string> Hosts => Entries(AllowedHosts);

    /// <summary>The first address to listen at, in the server's spelling, wild cards and all.</summary>
    public string FirstUrl =>
        Entries(Urls).FirstOrDefault()
        ?? (Entries(HttpPorts).FirstOrDefault() is { } port ? $"http://localhost:{port}" : null)
        ?? (Entries(HttpsPorts).FirstOrDefault() is { } secure ? $"https://localhost:{secure}" : null)
        ?? "http://localhost:5000";

    /// <summary>The readable settings.</summary>
    public static HostingOptions Read(IConfiguration configuration) => new SettingsSection<HostingOptions>(configuration).Read();

    /// <summary>The entries of a list as the framework separates them.</summary>
    internal static IEnumerable<string> Entries(string? list) => (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
