using Microsoft.JSInterop;

namespace CallEventsDashboard.ApiKeys;

public sealed class ApiKeyStoreTests
{
    private const string Secret = "KEY0123456789ABCDEF_example7f3a";

    private readonly KeyTabs _tabs = new();

    [Fact]
    public async Task Save_KeyWithBearerAndSpaces_IsStoredActiveAndReadByTheNextTab()
    {
        var tab = await _tabs.OpenLoadedAsync();

        Assert.Null(await tab.SaveAsync("  Production ", $"  Bearer {Secret}\n"));

        var next = await _tabs.OpenLoadedAsync();
        var now = _tabs.Time.GetUtcNow();
        Assert.Equal([new StoredKey("Production", IsActive: true, IsSandbox: false, "7f3a", now, now.AddDays(90))], next.Keys);
        Assert.Equal(Secret, next.ActiveAccount?.Key.Reveal());
        Assert.Null(next.Notice);
    }

    [Theory]
    [InlineData("", Secret)]
    [InlineData("   ", Secret)]
    [InlineData("12345678901234567890123456789012345678901", Secret)]
    [InlineData("two\nlines", Secret)]
    [InlineData("sandbox", Secret)]
    [InlineData("PRODUCTION", Secret)]
    [InlineData("Other", "")]
    [InlineData("Other", "Bearer ")]
    [InlineData("Other", "two words")]
    [InlineData("Other", "ключ")]
    [InlineData("Other", "abc")]
    [InlineData("Other", "https://portal.telnyx.com/#/api-keys")]
    [InlineData("Other", "ada.lovelace@calls.example.com")]
    [InlineData("Other", "+17025550166")]
    [InlineData(Secret, Secret)]
    [InlineData("Test KEY0123456789ABCDEF", Secret)]
    [InlineData("pk-live-0123456789abcdef", Secret)]
    public async Task Save_WhatCannotBeStored_IsRefusedWithASentenceAndChangesNothing(string name, string pasted)
    {
        var tab = await _tabs.OpenLoadedAsync();
        Assert.Null(await tab.SaveAsync("Production", Secret));

        var problem = await tab.SaveAsync(name, pasted);

        Assert.EndsWith(".", problem, StringComparison.Ordinal);
        Assert.Equal(["Production"], tab.Keys.Select(key => key.Name));
    }

    [Fact]
    public async Task Save_TwentyKeysOfTheGreatestLength_FitAndTheNextIsRefused()
    {
        var tab = await _tabs.OpenLoadedAsync();
        for (var i = 0; i < 20; i++)
            Assert.Null(await tab.SaveAsync($"{i:D40}", new string('k', 512)));

        Assert.StartsWith("20 keys", await tab.SaveAsync("One more", Secret), StringComparison.Ordinal);
        Assert.NotNull(await tab.SaveAsync("Too long", new string('k', 513)));
        Assert.All(_tabs.Browser.Items.Values, value => Assert.InRange(value.Length, 1, 24_000));
        Assert.Equal(20, (await _tabs.OpenLoadedAsync()).Keys.Count);
    }

    [Fact]
    public async Task Rename_ActiveKey_StaysActiveUnderItsNewName()
    {
        var tab = await _tabs.OpenLoadedAsync();
        await tab.SaveAsync("Production", Secret);

        Assert.NotNull(await tab.RenameAsync("Production", " "));
        Assert.Null(await tab.RenameAsync("production", "PRODUCTION"));
        Assert.Null(await tab.RenameAsync("PRODUCTION", "Live"));

        Assert.Equal("Live", tab.Active?.Name);
        Assert.Equal("Live", (await _tabs.OpenLoadedAsync()).Active?.Name);
        Assert.Null(tab.Account("Production"));
    }

    [Fact]
    public async Task Rename_ToAnotherKeysName_IsRefused()
    {
        var tab = await _tabs.OpenLoadedAsync();
        await tab.SaveAsync("Production", Secret);
        await tab.SaveAsync("Staging", Secret);

        Assert.NotNull(await tab.RenameAsync("Staging", "production"));

        Assert.Equal(["Production", "Staging"], tab.Keys.Select(key => key.Name));
    }

    [Fact]
    public async Task Delete_ActiveKey_MakesTheLastSavedActive()
    {
        var tab = await _tabs.OpenLoadedAsync();
        foreach (var name in new[] { "First", "Second", "Third" })
        {
            await tab.SaveAsync(name, Secret);
            _tabs.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Null(await tab.DeleteAsync("third"));
        Assert.Equal("Second", tab.Active?.Name);
        await tab.DeleteAsync("Second");
        await tab.DeleteAsync("First");

        Assert.Null(tab.Active);
        Assert.Null(tab.ActiveAccount);
        Assert.Empty((await _tabs.OpenLoadedAsync()).Keys);
    }

    [Fact]
    public async Task ExploreSandbox_TwiceAmongOtherKeys_IsThereOnceAndActive()
    {
        var tab = await _tabs.OpenLoadedAsync();
        await tab.ExploreSandboxAsync();
        await tab.SaveAsync("Production", Secret);
        Assert.Null(await tab.ExploreSandboxAsync());

        Assert.Equal(["Sandbox", "Production"], tab.Keys.Select(key => key.Name));
        Assert.True(tab.ActiveAccount is { IsSandbox: true, Name: "Sandbox" });
        Assert.Null(tab.Active?.ExpiresAt);
    }

    [Fact]
    public async Task ExploreSandbox_TurnedOff_IsRefusedAndAStoredOneIsNotListed()
    {
        await (await _tabs.OpenLoadedAsync()).ExploreSandboxAsync();
        _tabs.SandboxEnabled = false;

        var tab = await _tabs.OpenLoadedAsync();

        Assert.Empty(tab.Keys);
        Assert.NotNull(await tab.ExploreSandboxAsync());
    }

    [Fact]
    public async Task Change_InOneTab_KeepsWhatAnotherTabStored()
    {
        var first = await _tabs.OpenLoadedAsync();
        var second = await _tabs.OpenLoadedAsync();

        await first.SaveAsync("Production", Secret);
        await second.SaveAsync("Staging", Secret);
        await first.RenameAsync("Production", "Live");

        Assert.Equal(["Live", "Staging"], first.Keys.Select(key => key.Name));
        Assert.Equal("Live", first.Active?.Name);
        Assert.Equal("Staging", second.Active?.Name);
        Assert.Null(await second.ActivateAsync("Live"));
        Assert.NotNull(await second.ActivateAsync("Production"));
        Assert.Equal(["Live", "Staging"], (await _tabs.OpenLoadedAsync()).Keys.Select(key => key.Name));
    }

    [Fact]
    public async Task Change_OfAnotherKey_LeavesTheActiveAccountTheSameObject()
    {
        var tab = await _tabs.OpenLoadedAsync();
        await tab.SaveAsync("Production", Secret);
        await tab.SaveAsync("Staging", Secret);
        var before = tab.ActiveAccount;

        await tab.RenameAsync("Production", "Live");

        Assert.Same(before, tab.ActiveAccount);
    }

    [Fact]
    public async Task Load_KeyOlderThanNinetyDays_IsDroppedOnceAndNamed()
    {
        var tab = await _tabs.OpenLoadedAsync();
        await tab.SaveAsync("Old", Secret);
        _tabs.Time.Advance(TimeSpan.FromDays(1));
        await tab.SaveAsync("New", Secret);
        await tab.ActivateAsync("Old");
        _tabs.Time.Advance(TimeSpan.FromDays(89));

        Assert.Null(tab.ActiveAccount);
        var next = await _tabs.OpenLoadedAsync();

        Assert.Equal(["New"], next.Keys.Select(key => key.Name));
        Assert.Equal("New", next.Active?.Name);
        Assert.Contains("“Old”", next.Notice, StringComparison.Ordinal);
        Assert.Null((await _tabs.OpenLoadedAsync()).Notice);
    }

    [Fact]
    public async Task Load_ManyTimesAtOnce_ReadsOnceAndTellsOfIt()
    {
        var tab = _tabs.Open();
        var changes = 0;
        tab.Changed += (_, _) => changes++;

        Assert.False(tab.IsLoaded);
        await Task.WhenAll(tab.LoadAsync(), tab.LoadAsync(), tab.LoadAsync());

        Assert.True(tab.IsLoaded);
        Assert.Equal((1, 1), (_tabs.Browser.Reads, changes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Load_OfATabThatIsClosedMeanwhile_EndsInSilence(bool browserAnswers)
    {
        var answer = new TaskCompletionSource();
        _tabs.Browser.Pending = answer.Task;
        var tab = _tabs.Open();
        var load = tab.LoadAsync();
        tab.Dispose();
        tab.Changed += (_, _) => Assert.Fail("A tab that is gone has no news.");

        if (browserAnswers)
            answer.SetResult();
        else
            answer.SetException(new JSDisconnectedException("The browser has left."));

        await load;
    }

    [Fact]
    public async Task Change_BrowserRefusesStorage_IsASentenceAndNothingThrows()
    {
        _tabs.Browser.Refuses = true;
        var tab = await _tabs.OpenLoadedAsync();

        Assert.True(tab.IsLoaded);
        Assert.NotNull(tab.Notice);
        Assert.NotNull(await tab.SaveAsync("Production", Secret));
        Assert.NotNull(await tab.ActivateAsync("Production"));
        Assert.NotNull(await tab.ExploreSandboxAsync());
        Assert.Empty(tab.Keys);
    }

    [Fact]
    public async Task Save_StorageIsFull_IsRefusedAndWhatWasThereStays()
    {
        var tab = await _tabs.OpenLoadedAsync();
        await tab.SaveAsync("Production", Secret);
        _tabs.Browser.IsFull = true;

        Assert.NotNull(await tab.SaveAsync("Staging", Secret));

        Assert.Equal(["Production"], tab.Keys.Select(key => key.Name));
    }
}
