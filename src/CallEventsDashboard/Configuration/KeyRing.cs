using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CallEventsDashboard.Configuration;

/// <summary>The folder of the keys that protect what browsers store for this app.</summary>
public static class KeyRing
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // A new key needs about as much room.
    private const int ProbeBytes = 4096;

    private static string Key => $"{KeyRingOptions.Section}:{nameof(KeyRingOptions.KeyRing)}";

    /// <summary>Makes sure that the folder is there, and that it keeps what is written to it.</summary>
    /// <returns>What is wrong, in one sentence that names the setting and the fix; null when all is well.</returns>
    public static string? Problem(KeyRingOptions options)
    {
        try
        {
            if (options.Folder is not { } folder)
                return $"{Key} is not set, and the user that runs the app has no folder of its own: set it to a folder that outlives restarts.";
            Create(folder);
            return Keeps(folder) ? null : $"{Key}: the folder {SettingText.Show(options.KeyRing ?? options.Folder)} does not give back what was written to it: set another folder.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"{Key}: the folder {SettingText.Show(options.KeyRing ?? options.Folder)} can't be written to: make room in it and make it writable for the user that runs the app, or set another folder.";
        }
    }

    /// <returns>As <see cref="Problem"/>, of a folder that is there: who may change it can put a key of their own into the ring.</returns>
    public static string? RightsProblem(KeyRingOptions options)
        => !OperatingSystem.IsWindows() && options.Folder is { } folder && File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherWrite)
            ? $"{Key}: every user of this machine may change the folder {SettingText.Show(options.KeyRing ?? folder)}: remove that permission (chmod o-w), or set a folder inside it, which the app then creates for itself only."
            : null;

    public static IServiceCollection AddKeyRing(this IServiceCollection services, KeyRingOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("CallEventsDashboard");
        if (options.Folder is not { } folder)
            return services;
        Create(folder);
        protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        if (KeyRingOptions.Load(options.Certificate, options.CertificatePassword) is { } certificate)
            protection.ProtectKeysWithCertificate(certificate);
        if (KeyRingOptions.Load(options.PreviousCertificate, options.PreviousCertificatePassword) is { } previous)
            protection.UnprotectKeysWithAnyCertificate(previous);
        return services.AddHostedService<KeyRingWarning>();
    }

    private static bool Keeps(string folder)
    {
        var written = RandomNumberGenerator.GetBytes(ProbeBytes);
        var read = new byte[ProbeBytes];
        using var probe = new FileStream(Path.Combine(folder, $".probe-{Path.GetRandomFileName()}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        probe.Write(written);
        probe.Flush(flushToDisk: true);
        probe.Position = 0;
        probe.ReadExactly(read);
        return written.AsSpan().SequenceEqual(read);
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
    }
}
