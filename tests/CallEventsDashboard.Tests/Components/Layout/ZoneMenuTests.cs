using Bunit;
using CallEventsDashboard.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Layout;

public sealed class ZoneMenuTests : DashboardContext
{
    private int _changes;

    [Fact]
    public void Zone_FoundByAPartOfItsName_IsChosen()
    {
        var menu = RenderMenu();

        menu.Find("input").Input("kolk");
        menu.FindAll("button").Single(button => button.TextContent == "Asia/Kolkata").Click();

        Assert.Equal(("Asia/Kolkata", 1), (Services.GetRequiredService<ZonePreference>().Instants.ZoneName, _changes));
        Assert.Equal("Asia/Kolkata", menu.Find("[data-testid=time-zone]").GetAttribute("data-zone"));
        Assert.Equal("Time zone: Asia/Kolkata", menu.Find("summary").GetAttribute("aria-label"));
        Assert.Equal("Kolkata", menu.Find("summary").TextContent.Trim());
    }

    [Fact]
    public async Task Zone_OfTheBrowser_IsOfferedByItsName()
    {
        await Services.GetRequiredService<ZonePreference>().LoadAsync("America/St_Johns");
        var menu = RenderMenu();

        menu.FindAll("button").Single(button => button.TextContent.Trim().StartsWith("America/St_Johns", StringComparison.Ordinal)).Click();

        Assert.Equal("America/St_Johns", menu.Find("[data-testid=time-zone]").GetAttribute("data-zone"));
        Assert.Equal(["false", "true"], menu.FindAll("button").Select(button => button.GetAttribute("aria-pressed")));
    }

    [Fact]
    public void Name_ThatNoZoneHas_IsSaid()
    {
        var menu = RenderMenu();

        menu.Find("input").Input("nowhere");

        Assert.Contains("“nowhere”", menu.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ZoneMenu> RenderMenu()
    {
        var zones = Services.GetRequiredService<ZonePreference>();
        var rendered = Render<ZoneMenu>(parameters => parameters.Add(menu => menu.Instants, zones.Instants));
        zones.Changed += (_, _) =>
        {
            _changes++;
            rendered.Render(again => again.Add(menu => menu.Instants, zones.Instants));
        };
        return rendered;
    }
}
