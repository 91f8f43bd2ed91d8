using System.Security.Cryptography;
using System.Text.Json;

namespace CallEventsDashboard.Browser;

/// <summary>
/// One person's place for one protected value in the browser's local storage: name and purpose both come from who they are, so that people who share a browser
/// do not see, overwrite or decrypt each other's.
/// </summary>
/// <param name="slot">What is stored: <c>apikeys</c>.</param>
/// <param name="owner">The person, as a text that says nothing about them.</param>
/// <param name="isWhole">Whether a value that could be decrypted has all that it needs.</param>
internal sealed class PersonalStorage<T>(BrowserStorage storage, string slot, string owner, Func<T, bool> isWhole)
    where T : class
{
    private const int MaxPayloadBytes = 16_000;

    private readonly string _name = $"callevents-{slot}-v1-{owner}";
    private readonly string _aside = $"callevents-{slot}-v1-{owner}-aside";
    private readonly string _purpose = $"callevents.{slot}.v1|{owner}";

    /// <returns>Null where nothing is stored.</returns>
    /// <exception cref="UnreadableValueException">Something else is stored there: damaged, foreign, or protected by a key ring that is gone.</exception>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public Task<T?> ReadAsync() => ReadAsync(_name);

    /// <summary>Puts the value that was set aside in the place of the stored one, and that one aside, when it is the former that can be read.</summary>
    /// <returns>The value that was set aside; null when there is none or it can't be read either.</returns>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task<T?> ReturnAsideAsync()
    {
        if (!await storage.IsStoredAsync(_aside))
            return null;
        try
        {
            var value = await ReadAsync(_aside);
            if (value is not null)
                await storage.ExchangeAsync(_name, _aside);
            return value;
        }
        catch (UnreadableValueException)
        {
            return null;
        }
    }

    /// <summary>Copies the stored value aside, so that another can be written in its place.</summary>
    /// <returns>False when another value lies aside already.</returns>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public Task<bool> SetAsideAsync() => storage.SetAsideAsync(_name, _aside);

    /// <returns>False for a value that is too large, which was not stored.</returns>
    /// <exception cref="CryptographicException">The key ring can't encrypt.</exception>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task<bool> TryWriteAsync(T value)
    {
        if (JsonSerializer.SerializeToUtf8Bytes(value).Length > MaxPayloadBytes)
            return false;
        await storage.WriteProtectedAsync(_purpose, _name, value);
        return true;
    }

    /// <summary>Deletes the stored value, and the one that was set aside.</summary>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task ClearAsync()
    {
        await storage.DeleteAsync(_name);
        await storage.DeleteAsync(_aside);
    }

    private async Task<T?> ReadAsync(string name)
    {
        var value = await storage.ReadProtectedAsync<T>(_purpose, name);
        return value is null || isWhole(value) ? value : throw new UnreadableValueException("incomplete");
    }
}
