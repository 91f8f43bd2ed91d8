using CallEventsDashboard.ApiKeys;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;

namespace CallEventsDashboard.Browser;

public sealed class BrowserStorageTests
{
    private const string Name = "callevents.test";
    private const string Purpose = "callevents.test|1";

    private readonly FakeBrowser _browser = new();
    private readonly BrowserStorage _storage;

    public BrowserStorageTests() => _storage = new BrowserStorage(new ProtectedLocalStorage(_browser, new EphemeralDataProtectionProvider()), _browser);

    [Fact]
    public async Task Plain_WhatIsWritten_IsRead()
    {
        await _storage.WriteAsync(Name, "TenSeconds");

        Assert.Equal("TenSeconds", await _storage.ReadAsync(Name));
    }

    [Fact]
    public async Task Plain_BrowserRefuses_IsNothingAndNoError()
    {
        _browser.Refuses = true;
        await _storage.WriteAsync(Name, "TenSeconds");

        Assert.Null(await _storage.ReadAsync(Name));
    }

    [Fact]
    public async Task Protected_WhatIsWritten_IsReadAndNotInClear()
    {
        await _storage.WriteProtectedAsync(Purpose, Name, new string[] { "secret" });

        Assert.Equal<string>(["secret"], (await _storage.ReadProtectedAsync<string[]>(Purpose, Name))!);
        Assert.DoesNotContain("secret", _browser.Items[Name], StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnreadableValueException>(() => _storage.ReadProtectedAsync<string[]>("another purpose", Name));
    }

    [Fact]
    public async Task Protected_BrowserRefuses_IsOneKindOfFailure()
    {
        _browser.Refuses = true;

        await Assert.ThrowsAsync<StorageRefusedException>(() => _storage.ReadProtectedAsync<string[]>(Purpose, Name));
        await Assert.ThrowsAsync<StorageRefusedException>(() => _storage.WriteProtectedAsync(Purpose, Name, Array.Empty<string>()));
        await Assert.ThrowsAsync<StorageRefusedException>(() => _storage.SetAsideAsync(Name, Name + "-aside"));
        await Assert.ThrowsAsync<StorageRefusedException>(() => _storage.ExchangeAsync(Name, Name + "-aside"));
        await Assert.ThrowsAsync<StorageRefusedException>(() => _storage.DeleteAsync(Name));
    }
}
