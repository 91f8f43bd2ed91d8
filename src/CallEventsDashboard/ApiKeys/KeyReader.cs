using Microsoft.JSInterop;

namespace CallEventsDashboard.ApiKeys;

/// <summary>Reads what a browser has stored, and tidies away what is of no use any more.</summary>
internal sealed partial class KeyReader(TimeProvider time, bool offersSandbox, ILogger logger)
{
    /// <returns>The keys, and a calm explanation when some were dropped or none could be read.</returns>
    public async Task<(KeyChain Keys, string? Notice)> ReadAsync(KeySlot slot)
    {
        try
        {
            var stored = await slot.ReadAsync();
            var now = time.GetUtcNow();
            string[] expired = [.. stored.Keys.Where(entry => entry.IsExpiredAt(now)).Select(entry => $"“{entry.Name}”")];
            var living = stored.Without(entry => entry.IsExpiredAt(now) || (entry.IsSandbox && !offersSandbox));
            if (expired.Length == 0)
                return (living, null);
            await TidyAsync(async () => await slot.WriteAsync(living));
            return (living, $"{string.Join(", ", expired)}: stored {KeyChain.Lifetime.Days} days ago and now forgotten, as a precaution. Save the key again to go on using it.");
        }
        catch (UnreadableKeysException e)
        {
            WarnUnreadable(logger, e.Message);
            await TidyAsync(async () => await slot.ClearAsync());
            return (KeyChain.Empty, "Your stored API keys could not be read and have been removed from this browser. This happens when the server's encryption keys were replaced. Please enter them again.");
        }
    }

    // What was read stands even if the browser refuses to have the rest removed; the next change tries again.
    private static async Task TidyAsync(Func<Task> tidy)
    {
        try
        {
            await tidy();
        }
        catch (JSException)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored API keys could not be read ({Reason}) and were cleared from the browser")]
    private static partial void WarnUnreadable(ILogger logger, string reason);
}
