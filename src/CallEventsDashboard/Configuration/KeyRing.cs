using Microsoft.AspNetCore.DataProtection;

namespace CallEventsDashboard.Configuration;

/// <summary>The setting <c>DataProtection:KeyRing</c>: the folder of the keys that protect what browsers store for this app.</summary>
public static class KeyRing
{
    public const string Key = "DataProtection:KeyRing";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder as configured, else one under the user's local application data; null when there is neither.</summary>
    public static string? Folder(IConfiguration configuration)
    {
        if (configuration[Key]?.Trim() is { Length: > 0 } configured)
            return Path.GetFullPath(configured);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length == 0 ? null : Path.Combine(local, "CallEventsDashboard", "key-ring");
    }

    /// <summary>Makes sure that the folder is there and can be written to.</summary>
    /// <returns>What is wrong, in one sentence that names the setting and the fix; null when all is well.</returns>
    public static string? Problem(IConfiguration configuration)
    {
        if (Folder(configuration) is not { } folder)
            return $"{Key} is not set, and the user that runs the app has no folder of its own: set it to a folder that outlives restarts.";
        try
        {
            Create(folder);
            using var probe = new FileStream(Path.Combine(folder, ".writable"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return $"{Key}: the folder {folder} can't be written to: make it writable for the user that runs the app, or set another folder.";
        }
    }

    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("CallEventsDashboard");
        if (Folder(configuration) is not { } folder)
            return services;
        Create(folder);
        protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        if (KeyRingCertificate.Load(configuration) is { } certificate)
            protection.ProtectKeysWithCertificate(certificate);
        if (KeyRingCertificate.LoadPrevious(configuration) is { } previous)
            protection.UnprotectKeysWithAnyCertificate(previous);
        return services.AddHostedService<KeyRingWarning>();
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
    }
}
