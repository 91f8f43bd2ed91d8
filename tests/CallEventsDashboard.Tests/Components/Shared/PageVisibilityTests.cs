using Bunit;

namespace CallEventsDashboard.Components.Shared;

public sealed class PageVisibilityTests : DashboardContext
{
    [Fact]
    public async Task Change_OfTheTab_IsPassedOn()
    {
        List<bool> changes = [];
        var visibility = Render<PageVisibility>(parameters => parameters.Add(it => it.OnChange, changes.Add));

        await visibility.InvokeAsync(() => visibility.Instance.VisibilityChangedAsync(false));
        await visibility.InvokeAsync(() => visibility.Instance.VisibilityChangedAsync(true));

        Assert.Equal([false, true], changes);
    }
}
