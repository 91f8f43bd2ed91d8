using System.Security.Cryptography;
using System.Text.Json;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Browser;

namespace CallEventsDashboard.ApiKeys;

/// <summary>
/// One person's place in the browser's local storage: name and purpose both come from who they are, so that people who share
/// a browser do not see, overwrite or decrypt each other's keys.
/// </summary>
internal sealed class KeyStorage(BrowserStorage storage, UserIdentity user)
{
    private const int MaxPayloadBytes = 16_000;

    private readonly string _aside = "callevents-apikeys-v1-" + user.StorageId + "-aside";
    private readonly string _name = "callevents-apikeys-v1-" + user.StorageId;
    private readonly string _purpose = "callevents.apikeys.v1|" + user.StorageId;

    /// <summary>Reads the keys; expired ones are among them.</summary>
    /// <exception cref="UnreadableValueException">Something else is stored there: damaged, foreign, or protected by a key ring that is gone.</exception>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task<KeyChain> ReadAsync() => await ReadAsync(_name) ?? KeyChain.Empty;

    /// <summary>Puts the value that was set aside in the place of the stored one, and that one aside, when it is the former that can be read.</summary>
    /// <returns>The keys that were set aside; null when there are none or they can't be read either.</returns>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task<KeyChain?> ReturnAsideAsync()
    {
        if (!await storage.IsStoredAsync(_aside))
            return null;
        try
        {
            var keys = await ReadAsync(_aside);
            if (keys is not null)
                await storage.ExchangeAsync(_name, _aside);
            return keys;
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

    /// <returns>Null, or the sentence that says why the keys were not stored.</returns>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task<string?> WriteAsync(KeyChain keys)
    {
        if (JsonSerializer.SerializeToUtf8Bytes(keys).Length > MaxPayloadBytes)
            return "These keys are more than this browser can store for the dashboard. Delete one that you no longer need.";
        try
        {
            await storage.WriteProtectedAsync(_purpose, _name, keys);
            return null;
        }
        catch (CryptographicException)
        {
            return "The server could not encrypt the key, so nothing was stored. Its key ring may be unavailable: tell whoever runs this dashboard.";
        }
    }

    /// <summary>Deletes the stored value, and the one that was set aside.</summary>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task ClearAsync()
    {
        await storage.DeleteAsync(_name);
        await storage.DeleteAsync(_aside);
    }

    private async Task<KeyChain?> ReadAsync(string name)
    {
        var chain = await storage.ReadProtectedAsync<KeyChain>(_purpose, name);
        return chain is null || (chain.Keys is { } keys && keys.All(entry => entry?.IsWhole() == true)) ? chain : throw new UnreadableValueException("incomplete");
    }
}
