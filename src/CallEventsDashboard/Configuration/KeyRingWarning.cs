using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

/// <summary>Says at start that the key ring is not encrypted: who can read its folder can read what the browsers store.</summary>
public sealed partial class KeyRingWarning(IOptions<KeyRingOptions> ring, IOptions<KeyManagementOptions> keys, ILogger<KeyRingWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (keys.Value.XmlEncryptor is null)
            WarnUnprotected(logger, ring.Value.Folder);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The key ring in {Folder} is not encrypted. Keep that folder readable by this app alone, or set DataProtection:Certificate; DataProtection:KeyRing moves it.")]
    private static partial void WarnUnprotected(ILogger logger, string? folder);
}
