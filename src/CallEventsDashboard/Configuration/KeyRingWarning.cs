using System.Security.Cryptography;
using System.Xml;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

/// <summary>
/// Looks at the stored key ring at start, and warns when it is not encrypted: whoever can read its folder can read what the browsers store. A
/// certificate that was set after the ring was made would protect only new keys, so those that are there are encrypted with it.
/// </summary>
public sealed partial class KeyRingWarning(IOptions<KeyRingOptions> ring, IOptions<KeyManagementOptions> keys, ILogger<KeyRingWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (keys.Value.XmlEncryptor is not { } encryptor)
            WarnUnprotected(logger, ring.Value.Folder);
        else if (ring.Value.Folder is { } folder && Directory.Exists(folder))
            Encrypt(new KeyRingFiles(folder, encryptor));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Encrypt(KeyRingFiles files)
    {
        foreach (var file in files.All())
        {
            try
            {
                if (files.EncryptIfClear(file))
                    WarnWasClear(logger, file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException or CryptographicException)
            {
                WarnStaysClear(logger, file, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The key ring in {Folder} is not encrypted. Keep that folder readable by this app only, or set DataProtection:Certificate; DataProtection:KeyRing moves it.")]
    private static partial void WarnUnprotected(ILogger logger, string? folder);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The key {File} was written before DataProtection:Certificate was set; it was stored in the clear and is encrypted now. Delete earlier copies of it: anybody who has one can still read what the browsers store.")]
    private static partial void WarnWasClear(ILogger logger, string file);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The key {File} could not be looked at or encrypted with DataProtection:Certificate ({Reason}), and may be stored there in the clear.")]
    private static partial void WarnStaysClear(ILogger logger, string file, string reason);
}
