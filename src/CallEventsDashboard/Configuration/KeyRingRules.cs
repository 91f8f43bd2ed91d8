using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CallEventsDashboard.Configuration;

internal sealed class KeyRingRules : OptionsRules<KeyRingOptions>
{
    protected override IEnumerable<string?> Problems(KeyRingOptions options) =>
    [
        KeyRing.Problem(options) ?? KeyRing.RightsProblem(options),
        options.AllowUnprotected || !string.IsNullOrWhiteSpace(options.Certificate) ? null
            : $"{KeyRingOptions.Section}:{nameof(options.AllowUnprotected)} is false, but nothing encrypts the key ring: set {KeyRingOptions.Section}:{nameof(options.Certificate)} to the path of a PKCS #12 file (.pfx).",
        CertificateProblem(nameof(options.Certificate), options.Certificate, options.CertificatePassword),
        CertificateProblem(nameof(options.PreviousCertificate), options.PreviousCertificate, options.PreviousCertificatePassword),
    ];

    private static string? CertificateProblem(string name, string? path, string? password)
    {
        var key = $"{KeyRingOptions.Section}:{name}";
        try
        {
            using var certificate = KeyRingOptions.Load(path, password);
            if (certificate is null)
                return string.IsNullOrEmpty(password) ? null : $"{key}Password is set, but {key} is not: set that to the path of the PKCS #12 file (.pfx) that the password opens.";
            using var rsa = certificate.GetRSAPrivateKey();
            return rsa is not null ? null : $"{key} has no private RSA key: export the certificate together with its key as PKCS #12 (.pfx).";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"{key} can't be read: give the path of a PKCS #12 file (.pfx) that the app may read, and its password as {key}Password.";
        }
    }
}
