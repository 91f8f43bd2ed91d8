using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Configuration;

public sealed class KeyRingCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("call-events-").FullName;

    [Fact]
    public async Task Certificate_Configured_EncryptsTheRingAndTheNextStartReadsIt()
    {
        var settings = Settings(Write(), "open");
        await using var first = Build(settings);
        var secret = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("text");

        await using var second = Build(settings);

        Assert.Equal("text", second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
        var ring = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder, "key-*.xml")), TestContext.Current.CancellationToken);
        Assert.Contains("EncryptedData", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", ring, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_ThatIsUsable_HasNoProblem()
        => Assert.Null(KeyRingCertificate.Problem(Settings(Write(), "open")));

    [Fact]
    public void Certificate_WithAWrongPassword_NamesBothSettings()
    {
        var problem = KeyRingCertificate.Problem(Settings(Write(), "closed"));

        Assert.StartsWith("DataProtection:Certificate can't be read", problem, StringComparison.Ordinal);
        Assert.Contains("DataProtection:CertificatePassword", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("closed", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_ThatIsNotThere_NamesTheSetting()
        => Assert.StartsWith("DataProtection:Certificate can't be read", KeyRingCertificate.Problem(Settings(Path.Combine(_folder, "none.pfx"), "open")), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.Combine(_folder, "ring.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "open"));
        return path;
    }

    private IConfiguration Settings(string certificate, string password) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        new(KeyRing.Key, _folder),
        new(KeyRingCertificate.Key, certificate),
        new(KeyRingCertificate.PasswordKey, password),
    ]).Build();

    private static ServiceProvider Build(IConfiguration settings) => new ServiceCollection().AddLogging().AddKeyRing(settings).BuildServiceProvider();
}
