using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CallEventsDashboard.Components.Shared;

/// <summary>A panel that fails where a test wants it.</summary>
public sealed class BreakingPanel : GuardedComponent
{
    [Parameter] public bool FailsInRender { get; set; }

    public void FailInBackground() => Render(() => throw new InvalidOperationException("+15550100123"));

    public Task FailForTheBrowserAsync() => AnswerAsync(() => throw new InvalidOperationException("+15550100123"));

    public ITimer FailInATimer(TimeProvider time) =>
        StartTimer(time, () => throw new InvalidOperationException("+15550100123"), TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (FailsInRender)
            throw new InvalidOperationException("+15550100123");
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "id", "panel");
        builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, () => throw new InvalidOperationException("+15550100123")));
        builder.AddContent(3, "Fail");
        builder.CloseElement();
    }
}
