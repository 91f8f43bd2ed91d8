using CallEventsDashboard.Browser;

namespace CallEventsDashboard.ApiKeys;

/// <summary>Reads what a browser has stored, and tidies away what is of no use any more.</summary>
internal sealed partial class KeyReader(TimeProvider time, bool offersSandbox, ILogger logger)
{
    /// <summary>An unreadable value stays where it is: the key ring that protects it may be back in a minute.</summary>
    /// <returns>The keys, a calm explanation when some were dropped or none could be read, and whether an unreadable value is stored.</returns>
    public async Task<(KeyChain Keys, string? Notice, bool IsUnreadable)> ReadAsync(KeyStorage storage)
    {
        try
        {
            var stored = await storage.ReadAsync();
            var now = time.GetUtcNow();
            string[] expired = [.. stored.Keys.Where(entry => entry.IsExpiredAt(now)).Select(entry => $"“{entry.Name}”")];
            var living = stored.Without(entry => entry.IsExpiredAt(now) || (entry.IsSandbox && !offersSandbox));
            if (expired.Length == 0)
                return (living, null, false);
            await TidyAsync(async () => await storage.WriteAsync(living));
            return (living, $"{string.Join(", ", expired)}: stored {KeyChain.Lifetime.Days} days ago, and deleted as a precaution. Save the key again to keep using it.", false);
        }
        catch (UnreadableValueException e)
        {
            WarnUnreadable(logger, e.Message);
            if (await storage.ReturnAsideAsync() is { } returned)
                return (returned, "Your earlier API keys can be read again and are back in use. Those that can't be read are kept aside in this browser.", false);
            return (KeyChain.Empty, "Your stored API keys could not be read. This happens when the server's encryption keys are unavailable or were replaced. The stored keys stay in this browser and work again once the server has its encryption keys back; a key that you save until then does not overwrite them.", true);
        }
    }

    // The keys that were read are used even if the browser refuses to have the rest removed; the next change tries again.
    private static async Task TidyAsync(Func<Task> tidy)
    {
        try
        {
            await tidy();
        }
        catch (StorageRefusedException)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored API keys could not be read ({Reason}) and were left in the browser")]
    private static partial void WarnUnreadable(ILogger logger, string reason);
}
