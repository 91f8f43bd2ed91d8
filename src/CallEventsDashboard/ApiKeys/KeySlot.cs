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
internal sealed class KeySlot(ProtectedLocalStorage storage, IJSRuntime js, UserIdentity user)
{
    private const int MaxPayloadBytes = 16_000;

    // A longer value would not pass the circuit (32 KB a message): it would end it.
    private const int MaxStoredCharacters = 24_000;

    private const string Module = "./Components/Keys/KeySwitcher.razor.js";

    private readonly string _name = "callevents-apikeys-v1-" + user.StorageId;
    private readonly string _purpose = "callevents.apikeys.v1|" + user.StorageId;

    /// <summary>Reads the keys; expired ones are among them.</summary>
    /// <exception cref="UnreadableKeysException">Something else is stored there: damaged, foreign, or protected by a key ring that is gone.</exception>
    /// <exception cref="JSException">The browser refuses.</exception>
    public async Task<KeyChain> ReadAsync()
    {
        if (await LengthAsync() > MaxStoredCharacters)
            throw new UnreadableKeysException("oversize");
        try
        {
            var stored = await storage.GetAsync<KeyChain>(_purpose, _name);
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

    public ValueTask ClearAsync() => storage.DeleteAsync(_name);

    private async Task<int> LengthAsync()
    {
        try
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", Module);
            return await module.InvokeAsync<int>("storedLength", _name);
        }
        catch (JSException)
        {
            // Storage is off, or the module did not load: reading tells which.
            return 0;
        }
    }
}

/// <summary>What is stored can't be used. The message is a word for the log and holds nothing of the value.</summary>
internal sealed class UnreadableKeysException(string reason) : Exception(reason);
