using Bunit;

namespace CallEventsDashboard.Components.Layout;

public sealed class ReconnectModalTests : DashboardContext
{
    [Fact]
    public void Dialog_Always_IsTheOneThatTheFrameworkShowsAndIsNamed()
    {
        var dialog = Render<ReconnectModal>().Find("dialog#components-reconnect-modal");
        var box = dialog.QuerySelector("[role=alertdialog]")!;

        Assert.NotEmpty(dialog.QuerySelector($"#{box.GetAttribute("aria-labelledby")}")!.TextContent.Trim());
        Assert.NotEmpty(dialog.QuerySelector($"#{box.GetAttribute("aria-describedby")}")!.TextContent.Trim());
        Assert.Equal("button", dialog.QuerySelector("#reconnect-load")!.GetAttribute("type"));
    }

    [Fact]
    public void Script_Always_IsAModuleOfItsOwn()
    {
        var script = Render<ReconnectModal>().Find("script");

        Assert.Equal("module", script.GetAttribute("type"));
        Assert.NotEmpty(script.GetAttribute("src") ?? "");
        Assert.Empty(script.TextContent.Trim());
    }
}
