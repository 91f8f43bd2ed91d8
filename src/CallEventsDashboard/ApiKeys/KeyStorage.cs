using System.Security.Cryptography;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Browser;

namespace CallEventsDashboard.ApiKeys;

/// <summary>One person's keys in the browser's local storage.</summary>
internal sealed class KeyStorage(BrowserStorage storage, UserIdentity user)
{
    private readonly PersonalStorage<KeyChain> _storage = new(storage, "apikeys", user.StorageId, chain => chain.Keys is { } keys && keys.All(entry => entry?.IsWhole() == true));

    /// <summary>Reads the keys; expired ones are among them.</summary>
    /// <exception cref="UnreadableValueException">Something else is stored there: damaged, foreign, or protected by a key ring that is gone.</exception>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task<KeyChain> ReadAsync() => await _storage.ReadAsync() ?? KeyChain.Empty;

    /// <inheritdoc cref="PersonalStorage{T}.ReturnAsideAsync"/>
    public Task<KeyChain?> ReturnAsideAsync() => _storage.ReturnAsideAsync();

    /// <inheritdoc cref="PersonalStorage{T}.SetAsideAsync"/>
    public Task<bool> SetAsideAsync() => _storage.SetAsideAsync();

    /// <returns>Null, or the sentence that says why the keys were not stored.</returns>
    /// <exception cref="StorageRefusedException">The browser refuses.</exception>
    public async Task<string?> WriteAsync(KeyChain keys)
    {
        try
        {
            return await _storage.TryWriteAsync(keys) ? null : "These keys are more than this browser can store for the dashboard. Delete one that you no longer need.";
        }
        catch (CryptographicException)
        {
            return "The server could not encrypt the key, so nothing was stored. Its key ring may be unavailable: tell whoever runs this dashboard.";
        }
    }

    /// <inheritdoc cref="PersonalStorage{T}.ClearAsync"/>
    public Task ClearAsync() => _storage.ClearAsync();
}
