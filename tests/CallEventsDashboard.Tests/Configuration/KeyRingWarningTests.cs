using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

public sealed class KeyRingWarningTests
{
    [Fact]
    public async Task Ring_WithoutACertificate_IsWarnedOfOnceWithTheSettingThatHelps()
    {
        var warning = Assert.Single(await StartAsync(new KeyManagementOptions()));

        Assert.StartsWith("Warning: The key ring in", warning, StringComparison.Ordinal);
        Assert.Contains("DataProtection:Certificate", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ring_WithACertificate_IsNot()
        => Assert.Empty(await StartAsync(new KeyManagementOptions { XmlEncryptor = new NullXmlEncryptor() }));

    private static async Task<List<string>> StartAsync(KeyManagementOptions keys)
    {
        var log = new LogLines<KeyRingWarning>();
        await new KeyRingWarning(Options.Create(new KeyRingOptions { KeyRing = "/keys" }), Options.Create(keys), log).StartAsync(TestContext.Current.CancellationToken);
        return log.Written;
    }
}
