using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The presets of the time range, and a range of one's own.</summary>
public sealed partial class TimeRangeMenu
{
    private TimeRangeDraft _draft = new(TimeRange.Default, TimeZoneInfo.Utc);

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required TimeRange Range { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<TimeRange> OnChoose { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    protected override void OnInitialized() => _draft = new(Range, Instants.Zone);

    private string Pressed(TimeRange range) => range == Range ? "true" : "false";

    private async Task ApplyAsync()
    {
        if (_draft.Read(Time) is { } range)
            await ChooseAsync(range);
    }

    private async Task ChooseAsync(TimeRange range)
    {
        if (range != Range)
            await OnChoose.InvokeAsync(range);
        await OnClose.InvokeAsync();
    }
}
