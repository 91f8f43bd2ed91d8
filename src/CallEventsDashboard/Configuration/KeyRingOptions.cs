using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>DataProtection</c>: the folder of the keys that protect what browsers store for this app, and what encrypts them there.</summary>
public sealed class KeyRingOptions : ISettings
{
    public static string Section => "DataProtection";

    /// <summary>The folder as configured; see <see cref="Folder"/>.</summary>
    public string? KeyRing { get; set; }

    /// <summary>The path of a PKCS #12 file whose RSA key encrypts the key ring where it lies.</summary>
    public string? Certificate { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>After a change of certificate the one before, which still opens what was encrypted with it.</summary>
    public string? PreviousCertificate { get; set; }

    public string? PreviousCertificatePassword { get; set; }

    /// <summary>Whether the app starts although nothing encrypts the key ring; it warns then.</summary>
    public bool AllowUnprotected { get; set; } = true;

    /// <summary>The folder as configured, else one under the user's local application data; null when there is neither.</summary>
    /// <exception cref="ArgumentException">The text is no path; <see cref="KeyRingRules"/> say so first.</exception>
    public string? Folder
    {
        get
        {
            if (KeyRing?.Trim() is { Length: > 0 } configured)
                return Path.GetFullPath(configured);
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return local.Length == 0 ? null : Path.Combine(local, "CallEventsDashboard", "key-ring");
        }
    }

    /// <summary>The readable settings of the section.</summary>
    public static KeyRingOptions Read(IConfiguration configuration) => new SettingsSection<KeyRingOptions>(configuration).Read();

    /// <returns>Null when none is configured.</returns>
    /// <exception cref="CryptographicException">The file can't be used; <see cref="KeyRingRules"/> say so first.</exception>
    public static X509Certificate2? Load(string? path, string? password)
        => path?.Trim() is { Length: > 0 } file ? X509CertificateLoader.LoadPkcs12FromFile(file, password) : null;
}
