using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

public sealed class KeyRingCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("call-events-").FullName;

    [Fact]
    public async Task Certificate_Configured_EncryptsTheRingAndTheNextStartReadsIt()
    {
        var settings = Settings(Write(), "open");
        await using var first = Build(settings);
        var secret = Protector(first).Protect("text");

        await using var second = Build(settings);

        Assert.Equal("text", Protector(second).Unprotect(secret));
        var ring = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder, "key-*.xml")), TestContext.Current.CancellationToken);
        Assert.Contains("EncryptedData", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", ring, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_Changed_StillOpensWhatThePreviousOneEncrypted()
    {
        var old = Settings(Write("old"), "open");
        await using var first = Build(old);
        var secret = Protector(first).Protect("text");
        var renewed = Settings(Write("new"), "open", Path.Combine(_folder, "old.pfx"));

        await using var second = Build(renewed);
        await using var forgetful = Build(Settings(Path.Combine(_folder, "new.pfx"), "open"));

        Assert.Equal("text", Protector(second).Unprotect(secret));
        Assert.Throws<CryptographicException>(() => Protector(forgetful).Unprotect(secret));
    }

    [Fact]
    public async Task Certificate_SetLater_EncryptsTheKeysThatAreThere_AndSaysSo()
    {
        await using var open = Build(new KeyRingOptions { KeyRing = _folder });
        var secret = Protector(open).Protect("text");
        var settings = Settings(Write(), "open");
        await using var closed = Build(settings);

        var log = new LogLines<KeyRingWarning>();
        await StartAsync(closed, settings, log);
        var again = new LogLines<KeyRingWarning>();
        await StartAsync(closed, settings, again);
        await using var next = Build(settings);

        var file = Assert.Single(Directory.GetFiles(_folder, "key-*"));
        Assert.DoesNotContain("<value>", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("text", Protector(next).Unprotect(secret));
        Assert.Contains("was stored in the clear and is encrypted now", Assert.Single(log.Written), StringComparison.Ordinal);
        Assert.Empty(again.Written);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Key_ThatCantBeRead_IsSaidToMaybeLieInTheClear()
    {
        var settings = Settings(Write(), "open");
        await using var services = Build(settings);
        await File.WriteAllTextAsync(Path.Combine(_folder, "key-1.xml"), "<key", TestContext.Current.CancellationToken);

        var log = new LogLines<KeyRingWarning>();
        await StartAsync(services, settings, log);

        Assert.Contains("(XmlException), and may be stored there in the clear", Assert.Single(log.Written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.OtherRead | UnixFileMode.OtherExecute, false)]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute, false)]
    public void Folder_ThatEverybodyMayChange_IsRefused(UnixFileMode right, bool isRefused)
    {
        // Rights are other ones there.
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | right);

        var problem = Problem(new KeyRingOptions { KeyRing = _folder });

        Assert.Equal(isRefused, problem?.StartsWith("DataProtection:KeyRing: every user of this machine may change the folder", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void PreviousCertificate_ThatIsNotThere_NamesTheSetting()
        => Assert.StartsWith(
            "DataProtection:PreviousCertificate can't be read",
            Problem(Settings(Write(), "open", Path.Combine(_folder, "none.pfx"))),
            StringComparison.Ordinal);

    [Fact]
    public void Certificate_ThatIsUsable_HasNoProblem()
        => Assert.Null(Problem(Settings(Write(), "open")));

    [Fact]
    public void Certificate_WithAWrongPassword_NamesBothSettings()
    {
        var problem = Problem(Settings(Write(), "closed"));

        Assert.StartsWith("DataProtection:Certificate can't be read", problem, StringComparison.Ordinal);
        Assert.Contains("DataProtection:CertificatePassword", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("closed", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_ThatIsNotThere_NamesTheSetting()
        => Assert.StartsWith("DataProtection:Certificate can't be read", Problem(Settings(Path.Combine(_folder, "none.pfx"), "open")), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name = "ring")
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.Combine(_folder, $"{name}.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "open"));
        return path;
    }

    private KeyRingOptions Settings(string certificate, string password, string? previous = null) => new()
    {
        KeyRing = _folder,
        Certificate = certificate,
        CertificatePassword = password,
        PreviousCertificate = previous,
        PreviousCertificatePassword = previous is null ? null : "open",
    };

    private static ServiceProvider Build(KeyRingOptions settings) => new ServiceCollection().AddLogging().AddKeyRing(settings).BuildServiceProvider();

    private static IDataProtector Protector(ServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task StartAsync(ServiceProvider services, KeyRingOptions settings, LogLines<KeyRingWarning> log)
        => new KeyRingWarning(Options.Create(settings), services.GetRequiredService<IOptions<KeyManagementOptions>>(), log).StartAsync(TestContext.Current.CancellationToken);

    private static string? Problem(KeyRingOptions settings) => new KeyRingRules().Validate(name: null, settings).Failures?.Single();
}
