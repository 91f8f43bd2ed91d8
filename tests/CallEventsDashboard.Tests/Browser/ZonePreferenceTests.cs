using CallEventsDashboard.ApiKeys;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;

namespace CallEventsDashboard.Browser;

public sealed class ZonePreferenceTests
{
    private const string Name = "callevents.zone";

    private readonly FakeBrowser _browser = new();

    [Fact]
    public async Task Nothing_Chosen_IsUtcWhateverTheBrowserIsIn()
    {
        var zones = await LoadAsync("Asia/Kolkata");

        Assert.Equal(("UTC", "UTC", "Asia/Kolkata"), (zones.Choice, zones.Instants.ZoneName, zones.Browser?.Id));
    }

    [Theory]
    [InlineData("America/St_Johns", "America/St_Johns")]
    [InlineData(ZonePreference.OfBrowser, "Asia/Kolkata")]
    [InlineData("UTC", "UTC")]
    public async Task Choice_HoldsAtOnceAndWhenThePageIsOpenedAgain(string choice, string zone)
    {
        var zones = await LoadAsync("Asia/Kolkata");

        await zones.ChooseAsync(choice);

        Assert.Equal((choice, zone), (zones.Choice, zones.Instants.ZoneName));
        var again = await LoadAsync("Asia/Kolkata");
        Assert.Equal((choice, zone), (again.Choice, again.Instants.ZoneName));
    }

    [Fact]
    public async Task Choice_ToFollowTheBrowser_FollowsItIntoAnotherZone()
    {
        await (await LoadAsync("Asia/Kolkata")).ChooseAsync(ZonePreference.OfBrowser);

        Assert.Equal("Australia/Lord_Howe", (await LoadAsync("Australia/Lord_Howe")).Instants.ZoneName);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe/Nowhere")]
    [InlineData("Europe/Berlin\0")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task Zone_ThatTheServerDoesNotKnow_IsUtc(string stored)
    {
        _browser.Items[Name] = stored;
        var zones = await LoadAsync(stored);
        Assert.Equal(("UTC", "UTC", null), (zones.Choice, zones.Instants.ZoneName, zones.Browser?.Id));

        await zones.ChooseAsync(ZonePreference.OfBrowser);
        Assert.Equal("UTC", zones.Choice);
    }

    [Theory]
    [InlineData("kolkata", "Asia/Kolkata")]
    [InlineData(" new york ", "America/New_York")]
    [InlineData("Europe/Ber", "Europe/Berlin")]
    public void Find_APartOfAName_HasTheZone(string text, string zone) => Assert.Contains(zone, ZonePreference.Find(text, 8));

    [Theory]
    [InlineData(" ", 0)]
    [InlineData("nowhere", 0)]
    [InlineData("e", 8)]
    public void Find_Anything_IsNoMoreThanWanted(string text, int zones) => Assert.Equal(zones, ZonePreference.Find(text, 8).Count);

    private async Task<ZonePreference> LoadAsync(string? browserZone)
    {
        var zones = new ZonePreference(new BrowserStorage(new ProtectedLocalStorage(_browser, new EphemeralDataProtectionProvider()), _browser));
        await zones.LoadAsync(browserZone);
        return zones;
    }
}
