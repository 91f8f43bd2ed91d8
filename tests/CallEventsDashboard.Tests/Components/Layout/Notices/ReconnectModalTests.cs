using Bunit;

namespace CallEventsDashboard.Components.Layout.Notices;

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

    [Theory]
    [InlineData("trying", "Load again")]
    [InlineData("failed", "Try again", "Load again")]
    [InlineData("paused", "Resume")]
    [InlineData("resume-failed", "Try again", "Load again")]
    public void State_Each_HasATitleATextAndItsButtons(string state, params string[] buttons)
    {
        var parts = Render<ReconnectModal>().FindAll($"[data-for~={state}]");

        Assert.Equal(buttons, parts.Where(part => part.TagName == "BUTTON").Select(button => button.TextContent));
        Assert.Single(parts, part => part.ParentElement!.Id == "reconnect-title");
        Assert.Single(parts, part => part.ParentElement!.Id == "reconnect-text");
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
