using System.Text.Json;
using CallEventsDashboard.Authentication;
using CsCheck;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.ApiKeys;

/// <summary>What lies in the browser: unreadable for everybody else, and harmless when it is damaged.</summary>
public sealed class StoredValueTests
{
    private const string Secret = "KEY0123456789ABCDEF_example7f3a";

    private readonly KeyTabs _tabs = new();

    [Fact]
    public async Task Value_AsStored_HoldsNeitherKeyNorNameInClear()
    {
        var (slot, value) = await StoreAsync();

        Assert.DoesNotContain(Secret, value, StringComparison.Ordinal);
        Assert.DoesNotContain("Production", slot + value, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", slot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherUser_SameBrowser_SeesNothingAndDisturbsNothing()
    {
        await StoreAsync();
        var other = await _tabs.OpenLoadedAsync("bob");

        Assert.Empty(other.Keys);
        Assert.Null(other.Notice);
        await other.SaveAsync("Bob's", Secret);
        Assert.Equal(["Production"], (await _tabs.OpenLoadedAsync()).Keys.Select(key => key.Name));
    }

    [Fact]
    public async Task AnotherUsersValue_CopiedIntoOnesSlot_IsNoKey()
    {
        var (_, adas) = await StoreAsync();
        await (await _tabs.OpenLoadedAsync("bob")).SaveAsync("Bob's", Secret);
        var slot = Assert.Single(_tabs.Browser.Items, item => item.Value != adas).Key;
        _tabs.Browser.Items[slot] = adas;

        await AssertUnreadableAsync("bob", slot);
    }

    [Fact]
    public async Task Value_ProtectedForAnotherPurpose_IsNoKey()
    {
        var (slot, _) = await StoreAsync();
        await new ProtectedLocalStorage(_tabs.Browser, _tabs.KeyRing).SetAsync("callevents.apikeys.v0", slot, new { Keys = Array.Empty<string>() });

        await AssertUnreadableAsync("ada", slot);
    }

    [Fact]
    public async Task Value_OfALostKeyRing_IsNoKeyAndANewOneCanBeSaved()
    {
        var (slot, _) = await StoreAsync();
        _tabs.KeyRing = new EphemeralDataProtectionProvider();

        var tab = await AssertUnreadableAsync("ada", slot);

        Assert.Null(await tab.SaveAsync("Production", Secret));
        Assert.Equal("Production", tab.Active?.Name);
    }

    [Fact]
    public async Task Value_OfAKeyRingThatComesBack_IsReadAgain()
    {
        var (slot, _) = await StoreAsync();
        var ring = _tabs.KeyRing;
        _tabs.KeyRing = new EphemeralDataProtectionProvider();
        await AssertUnreadableAsync("ada", slot);
        _tabs.KeyRing = ring;

        Assert.Equal(Secret, (await _tabs.OpenLoadedAsync()).ActiveAccount?.Key.Reveal());
    }

    [Fact]
    public async Task Value_OverwrittenWhileUnreadable_IsReadAgainAndSoIsTheOther()
    {
        var (slot, _) = await StoreAsync();
        var (first, second) = (_tabs.KeyRing, new EphemeralDataProtectionProvider());
        _tabs.KeyRing = second;
        Assert.Null(await (await AssertUnreadableAsync("ada", slot)).SaveAsync("Second", Secret));

        _tabs.KeyRing = first;
        Assert.Equal("Production", (await _tabs.OpenLoadedAsync()).Active?.Name);
        _tabs.KeyRing = second;
        Assert.Equal("Second", (await _tabs.OpenLoadedAsync()).Active?.Name);
    }

    [Fact]
    public async Task Save_WhereTwoUnreadableValuesLie_LosesNeitherUntilTheyAreForgotten()
    {
        var (slot, _) = await StoreAsync();
        _tabs.KeyRing = new EphemeralDataProtectionProvider();
        Assert.Null(await (await AssertUnreadableAsync("ada", slot)).SaveAsync("Second", Secret));
        _tabs.KeyRing = new EphemeralDataProtectionProvider();
        var tab = await AssertUnreadableAsync("ada", slot);
        var stored = _tabs.Browser.Items.ToDictionary();

        Assert.StartsWith("Two sets of unreadable keys", await tab.SaveAsync("Third", Secret), StringComparison.Ordinal);
        Assert.Equal(stored, _tabs.Browser.Items);

        Assert.Null(await tab.ForgetUnreadableAsync());
        Assert.Empty(_tabs.Browser.Items);
        Assert.Null(await tab.SaveAsync("Third", Secret));
    }

    [Fact]
    public async Task Forget_OfKeysThatAreReadableAgain_KeepsThem()
    {
        var (slot, _) = await StoreAsync();
        var ring = _tabs.KeyRing;
        _tabs.KeyRing = new EphemeralDataProtectionProvider();
        await AssertUnreadableAsync("ada", slot);
        _tabs.KeyRing = ring;
        var tab = await _tabs.OpenLoadedAsync();

        Assert.Null(await tab.ForgetUnreadableAsync());

        Assert.Equal("Production", tab.Active?.Name);
        Assert.Equal("Production", (await _tabs.OpenLoadedAsync()).Active?.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not base64 at all \u0000 ✓")]
    public async Task Value_OfGarbage_IsNoKey(string garbage)
    {
        var (slot, _) = await StoreAsync();
        _tabs.Browser.Items[slot] = garbage;

        await AssertUnreadableAsync("ada", slot);
    }

    [Fact]
    public async Task Value_TooLongForTheCircuit_IsNotRead()
    {
        var (slot, _) = await StoreAsync();
        _tabs.Browser.Items[slot] = new string('A', 40_000);
        var reads = _tabs.Browser.Reads;

        await AssertUnreadableAsync("ada", slot);

        Assert.Equal(reads, _tabs.Browser.Reads);
    }

    [Fact]
    public async Task Value_RightlyProtectedButOfAnotherShape_IsNoKey()
    {
        var (slot, _) = await StoreAsync();
        var storage = new ProtectedLocalStorage(_tabs.Browser, _tabs.KeyRing);
        var purpose = "callevents.apikeys.v1|" + new UserIdentity("https://id.example.com", "ada").StorageId;
        foreach (var shape in new[] { """[1]""", """{"Keys":null}""", """{"Keys":[null]}""", """{"Keys":[{"Name":"x"}]}""", """{"Keys":[{"Name":"x","Key":"a b","SavedAt":"2026-01-01T00:00:00Z","ExpiresAt":"2036-01-01T00:00:00Z"}]}""" })
        {
            await storage.SetAsync(purpose, slot, JsonSerializer.Deserialize<JsonElement>(shape));
            await AssertUnreadableAsync("ada", slot);
        }
    }

    [Fact]
    public async Task Value_WithAnyBitFlipped_NeverThrowsAndNeverYieldsAnotherKey()
    {
        var (slot, value) = await StoreAsync();

        await Gen.Select(Gen.Int[0, value.Length - 1], Gen.Int[0, 6]).SampleAsync(async (place, bit) =>
        {
            var tabs = new KeyTabs { KeyRing = _tabs.KeyRing };
            tabs.Browser.Items[slot] = value[..place] + (char)(value[place] ^ (1 << bit)) + value[(place + 1)..];
            var tab = await tabs.OpenLoadedAsync();
            // The last character may carry bits that decoding ignores: then it is the very value that was stored.
            if (place == value.Length - 1 && tab.Active is not null)
                Assert.Equal(Secret, tab.ActiveAccount?.Key.Reveal());
            else
                Assert.True(tab is { Keys.Count: 0, Notice: not null });
        }, iter: 400, threads: 1);
    }

    private async Task<(string Slot, string Value)> StoreAsync()
    {
        Assert.Null(await (await _tabs.OpenLoadedAsync()).SaveAsync("Production", Secret));
        var (slot, value) = Assert.Single(_tabs.Browser.Items);
        return (slot, value);
    }

    private async Task<ApiKeyStore> AssertUnreadableAsync(string user, string slot)
    {
        _tabs.Log.Lines.Clear();
        var stored = _tabs.Browser.Items[slot];
        var tab = await _tabs.OpenLoadedAsync(user);
        Assert.Empty(tab.Keys);
        Assert.StartsWith("Your stored API keys could not be read", tab.Notice, StringComparison.Ordinal);
        Assert.True(tab.IsUnreadable);
        Assert.Equal(stored, _tabs.Browser.Items[slot]);
        Assert.Equal(LogLevel.Warning, Assert.Single(_tabs.Log.Lines).Level);
        return tab;
    }
}
