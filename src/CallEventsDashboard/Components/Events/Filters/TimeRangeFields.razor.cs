using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events.Filters;

/// <summary>The two ends of a time range, text first: spans, times and instants; each says in UTC how it was understood.</summary>
public sealed partial class TimeRangeFields
{
    private DateTimeOffset? _from;
    private DateTimeOffset? _to;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required TimeRangeDraft Draft { get; set; }

    private string FromHelp => _from is { } from ? $"{Shown(from)}, inclusive" : "UTC; also -15m, 2h, 10:52";

    private string ToHelp => _to is { } to ? $"{Shown(to)}, exclusive" : "UTC; empty: until now";

    protected override void OnParametersSet() => Resolve();

    private void Take(Action change)
    {
        change();
        Resolve();
    }

    private void Resolve()
    {
        var range = Draft.Read(Time);
        _from = range?.Last is { } last ? Time.GetUtcNow() - last : range?.Lower?.At ?? range?.Exactly;
        _to = range?.Upper?.At ?? range?.Exactly;
    }

    private static string Shown(DateTimeOffset instant) => $"{TimeText.Write(instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond)), TimeZoneInfo.Utc)} UTC";
}
