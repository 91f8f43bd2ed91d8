using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;

namespace CallEventsDashboard.ApiKeys;

/// <summary>Twenty pairs of people who share a browser, and what each can do with what the other stored: nothing, and the tab lives on.</summary>
public sealed class StrangerTests
{
    private const string Secret = "KEY0123456789ABCDEF_example7f3a";

    /// <summary>Owner and stranger, each as issuer and subject; some differ in one half alone, or in how the halves join.</summary>
    public static TheoryData<string, string, string, string> Pairs { get; } = new()
    {
        { "https://a.example", "ada", "https://a.example", "bob" },
        { "https://a.example", "ada", "https://b.example", "ada" },
        { "https://a.example", "ada", "https://a.example/", "ada" },
        { "https://a.example", "ada", "https://a.example", "Ada" },
        { "https://a.example", "ada", "https://a.example", "ada " },
        { "https://a.example", "ada", "HTTPS://A.EXAMPLE", "ada" },
        { "https://a.example", "ada", "ada", "https://a.example" },
        { "https://a.example", "ada", "https://a.exampl", "eada" },
        { "https://a.example|", "ada", "https://a.example", "|ada" },
        { "tenant", "object", "tenan", "tobject" },
        { "tenant", "object", "tenant", "object\0" },
        { "tenant", "object", "tenant\0object", "object" },
        { "9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2c", "1", "9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2d", "1" },
        { "9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2c", "1", "9F2C1B7A-3D4E-4F5A-8B6C-7D8E9F0A1B2C", "1" },
        { "9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2c", "1", "9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2c", "11" },
        { "local", "anonymous", "https://a.example", "anonymous" },
        { "local", "anonymous", "local", "admin" },
        { "https://a.example", "é", "https://a.example", "e\u0301" },
        { "https://a.example", "\ud800", "https://a.example", "\ufffd" },
        { "https://a.example", "ada", "https://a.example", "callevents.apikeys.v1|ada" },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public async Task Stranger_WithTheOwnersValue_DecryptsNothing(string issuer, string owner, string otherIssuer, string other)
    {
        var tabs = new KeyTabs();
        var own = await LoadAsync(tabs, issuer, owner);
        Assert.Null(await own.SaveAsync("Production", Secret));
        var (slot, value) = Assert.Single(tabs.Browser.Items);

        // As the browser has it: the other's slot is empty.
        var stranger = await LoadAsync(tabs, otherIssuer, other);
        Assert.Empty(stranger.Keys);
        Assert.Null(stranger.Notice);
        Assert.Null(await stranger.SaveAsync("Mine", "KEY_of_the_stranger_0123456789"));
        var (strangersSlot, strangersValue) = Assert.Single(tabs.Browser.Items, item => item.Key != slot);

        // Copied, and swapped.
        foreach (var (place, planted, issuerOf, subjectOf) in new[]
        {
            (strangersSlot, value, otherIssuer, other),
            (slot, strangersValue, issuer, owner),
        })
        {
            tabs.Browser.Items[place] = planted;
            await AssertAsksAgainAsync(tabs, issuerOf, subjectOf);
        }

        // Under the stranger's name but the owner's purpose, and by another ring.
        var storage = new ProtectedLocalStorage(tabs.Browser, tabs.KeyRing);
        await storage.SetAsync("callevents.apikeys.v1|" + new UserIdentity(issuer, owner).StorageId, strangersSlot, new { Keys = Array.Empty<string>() });
        await AssertAsksAgainAsync(tabs, otherIssuer, other);
        tabs.Browser.Items[slot] = value;
        tabs.KeyRing = new EphemeralDataProtectionProvider();
        await AssertAsksAgainAsync(tabs, issuer, owner);
    }

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public async Task Owner_AfterAllThat_WouldStillHaveTheKeyUntilItExpires(string issuer, string owner, string otherIssuer, string other)
    {
        var tabs = new KeyTabs();
        Assert.Null(await (await LoadAsync(tabs, issuer, owner)).SaveAsync("Production", Secret));
        await LoadAsync(tabs, otherIssuer, other);

        Assert.Equal(Secret, (await LoadAsync(tabs, issuer, owner)).ActiveAccount?.Key.Reveal());
        tabs.Time.Advance(TimeSpan.FromDays(90));
        var late = await LoadAsync(tabs, issuer, owner);
        Assert.Empty(late.Keys);
        Assert.NotNull(late.Notice);
    }

    [Fact]
    public async Task EveryByte_Flipped_DecryptsNothing()
    {
        var tabs = new KeyTabs();
        Assert.Null(await (await LoadAsync(tabs, "https://a.example", "ada")).SaveAsync("Production", Secret));
        var (slot, value) = Assert.Single(tabs.Browser.Items);
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(value);

        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= (byte)(1 << (i % 8));
            tabs.Browser.Items[slot] = System.Buffers.Text.Base64Url.EncodeToString(changed);
            await AssertAsksAgainAsync(tabs, "https://a.example", "ada");
        }

        Assert.InRange(bytes.Length, 150, 2_000);
    }

    private static async Task<ApiKeyStore> LoadAsync(KeyTabs tabs, string issuer, string subject)
    {
        var tab = tabs.Open(subject, issuer);
        await tab.LoadAsync();
        return tab;
    }

    private static async Task AssertAsksAgainAsync(KeyTabs tabs, string issuer, string subject)
    {
        var tab = await LoadAsync(tabs, issuer, subject);
        Assert.Empty(tab.Keys);
        Assert.Null(tab.ActiveAccount);
        Assert.StartsWith("Your stored API keys could not be read", tab.Notice, StringComparison.Ordinal);
    }
}
