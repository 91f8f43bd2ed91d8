using Bunit;
using MudBlazor;

namespace CallEventsDashboard.Components.Keys;

public sealed class KeySwitcherTests : KeysContext
{
    [Fact]
    public void Switcher_WithoutKeys_LeadsToThePageThatTakesOne()
        => Assert.Equal("keys", Render<KeySwitcher>().Find("a").GetAttribute("href"));

    [Fact]
    public async Task Switcher_WithKeys_NamesTheActiveOneAndNestsNoControls()
    {
        await StoreAsync("Production", "Staging");
        var switcher = Render<KeySwitcher>();

        var button = switcher.Find("[role=button]");
        Assert.Contains("Staging", button.TextContent, StringComparison.Ordinal);
        Assert.Contains("••7f3a", button.TextContent, StringComparison.Ordinal);
        Assert.Empty(button.QuerySelectorAll("button, a, [tabindex]"));
    }

    [Fact]
    public async Task Menu_Opened_MarksTheActiveKeyAndGoesOverToAnother()
    {
        await StoreAsync("Production", "Staging");
        var popovers = Render<MudPopoverProvider>();
        var switcher = Render<KeySwitcher>();
        await switcher.Find(".switcher").ClickAsync();

        Assert.Contains("Staging", popovers.Find("[role=menuitem][aria-current=true]").TextContent, StringComparison.Ordinal);
        Assert.Equal("keys", popovers.Find("a[role=menuitem]").GetAttribute("href"));
        await popovers.FindAll("[role=menuitem]").First(item => item.TextContent.Contains("Production", StringComparison.Ordinal)).ClickAsync();

        Assert.Equal("Production", Store.Active?.Name);
        switcher.WaitForAssertion(() => Assert.Contains("Production", switcher.Find("[role=button]").TextContent, StringComparison.Ordinal));
    }
}
