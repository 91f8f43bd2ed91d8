using System.Security.Cryptography;
using System.Text.Json;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;

namespace CallEventsDashboard.ApiKeys;

/// <summary>
/// One person's place in the browser's local storage: name and purpose both come from who they are, so that people who share
/// a browser do not see, overwrite or decrypt each other's keys.
/// </summary>
internal sealed class KeyStorage(ProtectedLocalStorage storage, IJSRuntime js, UserIdentity user)
{
    private const int MaxPayloadBytes = 16_000;

    // A longer value would not pass the circuit (32 KB a message): it would end it.
    private const int MaxStoredCharacters = 24_000;

    private const string Module = "./Components/Keys/KeySwitcher.razor.js";

    private readonly string _aside = "callevents-apikeys-v1-" + user.StorageId + "-aside";
    private readonly string _name = "callevents-apikeys-v1-" + user.StorageId;
    private readonly string _purpose = "callevents.apikeys.v1|" + user.StorageId;

    /// <summary>Reads the keys; expired ones are among them.</summary>
    /// <exception cref="UnreadableKeysException">Something else is stored there: damaged, foreign, or protected by a key ring that is gone.</exception>
    /// <exception cref="JSException">The browser refuses.</exception>
    public Task<KeyChain> ReadAsync() => ReadAsync(_name);

    /// <summary>Puts the value that was set aside in the place of the stored one, and that one aside, when it is the former that can be read.</summary>
    /// <returns>The keys that were set aside; null when there are none or they can't be read either.</returns>
    /// <exception cref="JSException">The browser refuses.</exception>
    public async Task<KeyChain?> ReturnAsideAsync()
    {
        if (await LengthAsync(_aside) == 0)
            return null;
        try
        {
            var keys = await ReadAsync(_aside);
            await CallAsync<object?>("exchange", _name, _aside);
            return keys;
        }
        catch (UnreadableKeysException)
        {
            return null;
        }
    }

    /// <summary>Copies the stored value aside, so that another can be written in its place.</summary>
    /// <returns>False when another value lies aside already.</returns>
    /// <exception cref="JSException">The browser refuses.</exception>
    public ValueTask<bool> SetAsideAsync() => CallAsync<bool>("setAside", _name, _aside);

    private async Task<KeyChain> ReadAsync(string name)
    {
        if (await LengthAsync(name) > MaxStoredCharacters)
            throw new UnreadableKeysException("oversize");
        try
        {
            var stored = await storage.GetAsync<KeyChain>(_purpose, name);
            if (!stored.Success)
                return KeyChain.Empty;
            return stored.Value is { Keys: { } keys } chain && keys.All(entry => entry?.IsWhole() == true)
                ? chain
                : throw new UnreadableKeysException("incomplete");
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException or NotSupportedException)
        {
            throw new UnreadableKeysException(e.GetType().Name);
        }
    }

    /// <returns>Null, or the sentence that says why the keys were not stored.</returns>
    /// <exception cref="JSException">The browser refuses.</exception>
    public async Task<string?> WriteAsync(KeyChain keys)
    {
        if (JsonSerializer.SerializeToUtf8Bytes(keys).Length > MaxPayloadBytes)
            return "These keys are more than one browser slot holds. Delete one that you no longer need.";
        try
        {
            await storage.SetAsync(_purpose, _name, keys);
            return null;
        }
        catch (CryptographicException)
        {
            return "The server could not encrypt the key, so nothing was stored. Its key ring may be out of reach: tell whoever runs this dashboard.";
        }
    }

    /// <summary>Deletes the stored value, and the one that was set aside.</summary>
    /// <exception cref="JSException">The browser refuses.</exception>
    public async Task ClearAsync()
    {
        await storage.DeleteAsync(_name);
        await storage.DeleteAsync(_aside);
    }

    private async ValueTask<T> CallAsync<T>(string function, params object?[] arguments)
    {
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", Module);
        return await module.InvokeAsync<T>(function, arguments);
    }

    private async Task<int> LengthAsync(string name)
    {
        try
        {
            return await CallAsync<int>("storedLength", name);
        }
        catch (JSException)
        {
            // Storage is off, or the module did not load: reading tells which.
            return 0;
        }
    }
}
