using System.Security.Cryptography;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Operations;

public sealed class KeyRingHealthTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("call-events-").FullName;
    private readonly SimulatedTime _time = new();
    private readonly LogLines<KeyRingHealth> _log = new();
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);

    [Fact]
    public async Task Ring_ThatKeepsWhatIsWritten_IsReady_AndNothingIsLeftInIt()
    {
        Assert.Equal(HealthStatus.Healthy, await LookAsync(Health(new EphemeralDataProtectionProvider())));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Ring_ThatProtectsNothing_IsNotReady_AndTheLogNamesTheKindOfErrorAlone()
    {
        Assert.Equal(HealthStatus.Unhealthy, await LookAsync(Health(new BrokenProtection())));
        Assert.Equal("Error: The key ring can't be used (CryptographicException)", Assert.Single(_log.Written));
    }

    [Fact]
    public async Task Ring_LookedAtOften_IsWrittenToOnceASecond()
    {
        var health = Health(new EphemeralDataProtectionProvider());
        await LookAsync(health);
        Directory.Delete(_folder);
        await File.WriteAllTextAsync(_folder, "", TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Healthy, await LookAsync(health));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HealthStatus.Unhealthy, await LookAsync(health));
    }

    [Fact]
    public async Task App_ThatWasToldToStop_IsNotReady()
    {
        var health = Health(new EphemeralDataProtectionProvider());
        await LookAsync(health);

        _lifetime.StopApplication();

        Assert.Equal(HealthStatus.Unhealthy, await LookAsync(health));
    }

    public void Dispose()
    {
        if (File.Exists(_folder))
            File.Delete(_folder);
        else
            Directory.Delete(_folder, recursive: true);
    }

    private KeyRingHealth Health(IDataProtectionProvider protection) => new(Options.Create(new KeyRingOptions { KeyRing = _folder }), protection, _lifetime, _time, _log);

    private static async Task<HealthStatus> LookAsync(KeyRingHealth health) => (await health.CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status;

    private sealed class BrokenProtection : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw new CryptographicException("Access to '/keys/key-1.xml' is denied.");

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }
}
