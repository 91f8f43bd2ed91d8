using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Shared;

/// <summary>What fails in a panel, in whatever way, stays in it, is in the log under the id that the panel shows, and can be tried again.</summary>
public sealed class PanelBoundaryTests : DashboardContext
{
    private bool _failsInRender;

    [Theory]
    [InlineData("render")]
    [InlineData("click")]
    [InlineData("background")]
    [InlineData("timer")]
    [InlineData("browser")]
    public async Task Panel_ThatFails_ShowsTheIdOfTheLogAndIsThereAgainWhenTriedAgain(string way)
    {
        _failsInRender = way == "render";
        var boundary = Show();
        await FailAsync(boundary, way);
        await boundary.WaitForStateAsync(() => boundary.FindAll("[role=alert]").Count == 1);
        var alert = boundary.Find("[role=alert]");
        Assert.Equal("unexpected", alert.GetAttribute("data-error"));
        Assert.Equal(Assert.Single(Recorded.Ids), alert.GetAttribute("data-error-id"));
        Assert.Contains(Recorded.Ids[0], alert.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("5550100123", Recorded.Lines[0], StringComparison.Ordinal);

        _failsInRender = false;
        await boundary.Find("button").ClickAsync(new());
        await boundary.WaitForStateAsync(() => boundary.FindAll("#panel").Count == 1);
    }

    [Fact]
    public async Task Panel_ThatFailed_IsThereAgainAtAnotherAddress()
    {
        var boundary = Show();
        await FailAsync(boundary, "click");
        await boundary.WaitForStateAsync(() => boundary.FindAll("[role=alert]").Count == 1);

        Services.GetRequiredService<NavigationManager>().NavigateTo("sessions");
        await boundary.WaitForStateAsync(() => boundary.FindAll("#panel").Count == 1);
    }

    private IRenderedComponent<PanelBoundary> Show() => Render<PanelBoundary>(parameters => parameters
        .Add(it => it.Name, "panel")
        .Add(it => it.ChildContent, builder =>
        {
            builder.OpenComponent<BreakingPanel>(0);
            builder.AddComponentParameter(1, nameof(BreakingPanel.FailsInRender), _failsInRender);
            builder.CloseComponent();
        }));

    private async Task FailAsync(IRenderedComponent<PanelBoundary> boundary, string way)
    {
        if (way == "render")
            return;
        var panel = boundary.FindComponent<BreakingPanel>();
        switch (way)
        {
            case "click":
                await boundary.Find("#panel").ClickAsync(new());
                break;
            case "background":
                panel.Instance.FailInBackground();
                break;
            case "timer":
                panel.Instance.FailInATimer(Time);
                Time.Advance(TimeSpan.FromSeconds(1));
                break;
            default:
                await panel.InvokeAsync(panel.Instance.FailForTheBrowserAsync);
                break;
        }
    }
}
