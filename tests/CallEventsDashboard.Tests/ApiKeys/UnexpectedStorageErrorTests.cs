using Microsoft.AspNetCore.DataProtection;

namespace CallEventsDashboard.ApiKeys;

/// <summary>An error in what reads and writes stored keys that is none of those that a browser or a key ring makes.</summary>
public sealed class UnexpectedStorageErrorTests
{
    private const string Secret = "KEY0123456789ABCDEF_example7f3a";

    private readonly KeyTabs _tabs = new();
    private readonly BreakingKeyRing _ring = new();

    public UnexpectedStorageErrorTests() => _tabs.KeyRing = _ring;

    [Fact]
    public async Task Load_ThatMeetsAnError_KeepsItsIdAndReadsTheKeysWhenTriedAgain()
    {
        Assert.Null(await (await _tabs.OpenLoadedAsync()).SaveAsync("Production", Secret));
        _ring.IsBroken = true;
        var tab = await _tabs.OpenLoadedAsync();
        Assert.True(tab.IsLoaded);
        Assert.Equal(Assert.Single(_tabs.Recorded.Ids), tab.ErrorId);

        _ring.IsBroken = false;
        await tab.LoadAsync();
        Assert.Null(tab.ErrorId);
        Assert.Equal("Production", tab.Active?.Name);
    }

    [Fact]
    public async Task Save_ThatMeetsAnError_SaysItsIdAndStoresWhenTriedAgain()
    {
        var tab = await _tabs.OpenLoadedAsync();
        _ring.IsBroken = true;
        var said = await tab.SaveAsync("Production", Secret);
        Assert.Contains(Assert.Single(_tabs.Recorded.Ids), said, StringComparison.Ordinal);

        _ring.IsBroken = false;
        Assert.Null(await tab.SaveAsync("Production", Secret));
    }

    private sealed class BreakingKeyRing : IDataProtectionProvider
    {
        private readonly EphemeralDataProtectionProvider _ring = new();

        public bool IsBroken { get; set; }

        public IDataProtector CreateProtector(string purpose) =>
            IsBroken ? throw new InvalidOperationException("The ring is broken.") : _ring.CreateProtector(purpose);
    }
}
