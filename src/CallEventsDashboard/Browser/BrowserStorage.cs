using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Browser;

/// <summary>
/// The local storage of one circuit's browser. Plain values are choices that anybody may know: where storage is refused they hold for the page only, and no
/// caller has to care. Protected values are encrypted by the server: their callers are given every failure.
/// </summary>
/// <remarks>Whatever is read may have been written by something else, so callers validate it.</remarks>
public sealed class BrowserStorage(ProtectedLocalStorage storage, IJSRuntime js)
{
    // A longer value would not pass the circuit (32 KB a message): it would end it.
    private const int MaxProtectedLength = 24_000;

    /// <returns>A text of at most 200 characters; null where none is stored, it is longer, or the browser refuses.</returns>
    public async Task<string?> ReadAsync(string name)
    {
        try
        {
            return await js.InvokeAsync<string?>("browserStorage.read", name);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return null;
        }
    }

    /// <summary>Stores a text, or removes it where <paramref name="value"/> is null. Does nothing where the browser refuses.</summary>
    public async Task WriteAsync(string name, string? value)
    {
        try
        {
            await js.InvokeAsync<bool>("browserStorage.write", name, value);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // The page is gone.
        }
    }

    /// <summary>Whether a value of any length is stored, without reading it.</summary>
    /// <exception cref="StorageRefusedException">The page is gone.</exception>
    public Task<bool> IsStoredAsync(string name) => AskAsync(async () => await js.InvokeAsync<int>("browserStorage.length", name) > 0);

    /// <param name="purpose">Under which the value was encrypted.</param>
    /// <returns>Null where nothing is stored.</returns>
    /// <exception cref="UnreadableValueException">Something else is stored there: damaged, foreign, too long, or protected by a key ring that is gone.</exception>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public Task<T?> ReadProtectedAsync<T>(string purpose, string name)
        where T : class => AskAsync(async () =>
    {
        if (await js.InvokeAsync<int>("browserStorage.length", name) > MaxProtectedLength)
            throw new UnreadableValueException("oversize");
        try
        {
            var stored = await storage.GetAsync<T>(purpose, name);
            return stored.Success ? stored.Value ?? throw new UnreadableValueException("incomplete") : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException or NotSupportedException)
        {
            throw new UnreadableValueException(e.GetType().Name);
        }
    });

    /// <exception cref="CryptographicException">The key ring can't encrypt.</exception>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public Task WriteProtectedAsync<T>(string purpose, string name, T value)
        where T : class => AskAsync(async () =>
    {
        await storage.SetAsync(purpose, name, value);
        return true;
    });

    /// <summary>Copies a stored value aside, so that another can be written in its place.</summary>
    /// <returns>False when another value lies aside already.</returns>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public Task<bool> SetAsideAsync(string name, string aside) => AskAsync(async () => await js.InvokeAsync<bool>("browserStorage.setAside", name, aside));

    /// <summary>Exchanges two stored values.</summary>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public Task ExchangeAsync(string name, string other) => AskAsync(async () =>
    {
        await js.InvokeVoidAsync("browserStorage.exchange", name, other);
        return true;
    });

    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public Task DeleteAsync(string name) => AskAsync(async () =>
    {
        await storage.DeleteAsync(name);
        return true;
    });

    private static async Task<T> AskAsync<T>(Func<Task<T>> askAsync)
    {
        try
        {
            return await askAsync();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new StorageRefusedException(e);
        }
    }

    private static bool IsRefusal(Exception exception) => exception is JSException or JSDisconnectedException or OperationCanceledException;
}
