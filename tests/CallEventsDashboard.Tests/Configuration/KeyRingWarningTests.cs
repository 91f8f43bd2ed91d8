using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Logging;
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
        var log = new Lines();
        await new KeyRingWarning(Options.Create(new KeyRingOptions { KeyRing = "/keys" }), Options.Create(keys), log).StartAsync(TestContext.Current.CancellationToken);
        return log.Written;
    }

    private sealed class Lines : ILogger<KeyRingWarning>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Written.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
