using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CallEventsDashboard.EndToEndTests.Harness.Provider;

/// <summary>A certificate authority of one test run's own, which the app is told to trust and no machine is.</summary>
public sealed class TestAuthority : IDisposable
{
    public const string Password = "not-a-secret";

    private static readonly string[] SystemBundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("call-events-certificates-");
    private readonly DateTimeOffset _from = TimeProvider.System.GetUtcNow().AddDays(-1);
    private readonly DateTimeOffset _to = TimeProvider.System.GetUtcNow().AddDays(2);
    private readonly X509Certificate2 _root;

    public TestAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Call events test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(_from, _to);
        Server = Issue();
        ServerFile = Path.Combine(_folder.FullName, "server.pfx");
        File.WriteAllBytes(ServerFile, Server.Export(X509ContentType.Pfx, Password));
        ServerPemFile = Path.Combine(_folder.FullName, "server.pem");
        using (var own = Server.GetRSAPrivateKey()!)
            File.WriteAllText(ServerPemFile, $"{Server.ExportCertificatePem()}\n{own.ExportPkcs8PrivateKeyPem()}\n");
        BundleFile = Path.Combine(_folder.FullName, "trusted.pem");
        File.WriteAllText(BundleFile, string.Concat(SystemBundles.Where(File.Exists).Take(1).Select(File.ReadAllText)) + "\n" + _root.ExportCertificatePem() + "\n");
    }

    /// <summary>For 127.0.0.1, localhost and app.localhost.</summary>
    public X509Certificate2 Server { get; }

    /// <summary><see cref="Server"/> with its key, as a file that <see cref="Password"/> opens.</summary>
    public string ServerFile { get; }

    /// <summary><see cref="Server"/> and its key, as text.</summary>
    public string ServerPemFile { get; }

    /// <summary>What the machine trusts, and this authority.</summary>
    public string BundleFile { get; }

    /// <summary>For a client of the tests' own.</summary>
    public X509ChainPolicy Trust => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { _root },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    public void Dispose()
    {
        Server.Dispose();
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    private X509Certificate2 Issue()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=app.localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("app.localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));
        using var signed = request.Create(_root, _from, _to, RandomNumberGenerator.GetBytes(12));
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }
}
