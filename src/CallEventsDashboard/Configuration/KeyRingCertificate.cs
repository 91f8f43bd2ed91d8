using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CallEventsDashboard.Configuration;

/// <summary>
/// The setting <c>DataProtection:Certificate</c>: a PKCS #12 file whose RSA key encrypts the key ring where it lies. After a change of certificate,
/// <c>DataProtection:PreviousCertificate</c> is the one before, which still opens what was encrypted with it.
/// </summary>
public static class KeyRingCertificate
{
    public const string Key = "DataProtection:Certificate";
    public const string PasswordKey = "DataProtection:CertificatePassword";

    public const string PreviousKey = "DataProtection:PreviousCertificate";
    public const string PreviousPasswordKey = "DataProtection:PreviousCertificatePassword";

    /// <returns>Null when none is configured.</returns>
    /// <exception cref="CryptographicException">The file can't be used; <see cref="Problems"/> say so first.</exception>
    public static X509Certificate2? Load(IConfiguration configuration) => Load(configuration, Key, PasswordKey);

    /// <inheritdoc cref="Load(IConfiguration)"/>
    public static X509Certificate2? LoadPrevious(IConfiguration configuration) => Load(configuration, PreviousKey, PreviousPasswordKey);

    /// <summary>Every thing that is wrong, each in one sentence that names the setting and the fix.</summary>
    public static IEnumerable<string?> Problems(IConfiguration configuration) =>
        [Problem(configuration, Key, PasswordKey), Problem(configuration, PreviousKey, PreviousPasswordKey)];

    private static X509Certificate2? Load(IConfiguration configuration, string key, string passwordKey)
        => configuration[key]?.Trim() is { Length: > 0 } path
            ? X509CertificateLoader.LoadPkcs12FromFile(path, configuration[passwordKey])
            : null;

    private static string? Problem(IConfiguration configuration, string key, string passwordKey)
    {
        try
        {
            using var certificate = Load(configuration, key, passwordKey);
            if (certificate is null)
                return null;
            using var rsa = certificate.GetRSAPrivateKey();
            return rsa is not null ? null : $"{key} has no private RSA key: export the certificate together with its key as PKCS #12 (.pfx).";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"{key} can't be read: give the path of a PKCS #12 file (.pfx) that the app may read, and its password as {passwordKey}.";
        }
    }
}
