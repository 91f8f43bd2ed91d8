using Bunit;

namespace CallEventsDashboard.Components.Shared;

public sealed class CopyButtonTests : DashboardContext
{
    [Fact]
    public void Render_Icon_IsNamedAndHoldsTheTextToCopy()
    {
        var button = Render<CopyButton>(parameters => parameters.Add(copy => copy.Label, "Copy leg id").Add(copy => copy.Text, "5b1d")).Find("button");

        Assert.Equal(("Copy leg id", "5b1d", "button"), (button.GetAttribute("aria-label"), button.GetAttribute("data-copy"), button.GetAttribute("type")));
    }

    [Fact]
    public void Render_Words_AreTheNameAndPointAtTheirSource()
    {
        var button = Render<CopyButton>(parameters => parameters.Add(copy => copy.Label, "Copy JSON").Add(copy => copy.From, "event-json").AddChildContent("Copy JSON")).Find("button");

        Assert.Equal(("Copy JSON", "event-json", false), (button.TextContent.Trim(), button.GetAttribute("data-copy-from"), button.HasAttribute("data-copy") || button.HasAttribute("aria-label")));
    }

    [Fact]
    public void CopyListener_Render_HasAPoliteStatus() => Assert.Equal("status", Render<CopyListener>().Find("[data-copy-status]").GetAttribute("role"));
}
