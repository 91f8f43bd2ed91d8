using Bunit;
using CallEventsDashboard.Conventions;

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

    // Each one that stood in a page drew the notice of a failure again.
    [Fact]
    public void CopyListener_OfTheDocument_StandsInItsLayoutOnly() => Assert.Equal(
        ["MainLayout.razor"],
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CallEventsDashboard", "Components"), "*.razor", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("<CopyListener", StringComparison.Ordinal)).Select(Path.GetFileName));
}
