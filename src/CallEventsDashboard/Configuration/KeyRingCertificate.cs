using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CallEventsDashboard.Configuration;

/// <summary>The setting <c>DataProtection:Certificate</c>: a PKCS #12 file whose RSA key encrypts the key ring where it lies.</summary>
public static class KeyRingCertificate
{
    public const string Key = "DataProtection:Certificate";
    public const string PasswordKey = "DataProtection:CertificatePassword";

    /// <returns>Null when none is configured.</returns>
    /// <exception cref="CryptographicException">The file can't be used; <see cref="Problem"/> says so first.</exception>
    public static X509Certificate2? Load(IConfiguration configuration)
        => configuration[Key]?.Trim() is { Length: > 0 } path
            ? X509CertificateLoader.LoadPkcs12FromFile(path, configuration[PasswordKey])
            : null;

    /// <returns>What is wrong, in one sentence that names the setting and the fix; null when all is well.</returns>
    public static string? Problem(IConfiguration configuration)
    {
        try
        {
            using var certificate = Load(configuration);
            if (certificate is null)
                return null;
            using var key = certificate.GetRSAPrivateKey();
            return key is not null ? null : $"{Key} has no private RSA key: export the certificate together with its key as PKCS #12 (.pfx).";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"{Key} can't be read: give the path of a PKCS #12 file (.pfx) that the app may read, and its password as {PasswordKey}.";
        }
    }
}
