using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The two ends of a time range, text first: spans, times and instants; each says how it was understood, with its zone.</summary>
public sealed partial class TimeRangeFields
{
    private string _fromHelp = "";
    private string _toHelp = "";

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required TimeRangeDraft Draft { get; set; }

    protected override void OnParametersSet() => Resolve();

    private void Take(Action change)
    {
        change();
        Resolve();
    }

    private void Resolve()
    {
        var range = Draft.Read(Time);
        var lower = range?.Last is { } last ? new TimeBound(TimeComparison.AtOrAfter, Time.GetUtcNow() - last) : range?.Lower;
        var exactly = range?.Exactly is { } at ? $"{Instants.DayAndClockWithZone(at)} exactly" : null;
        _fromHelp = exactly ?? (lower is { } from ? $"{Instants.DayAndClockWithZone(from.At)}, {(from.Comparison == TimeComparison.After ? "exclusive" : "inclusive")}" : $"{Instants.ZoneName}; also -15m, 2h, 10:52");
        _toHelp = exactly ?? (range?.Upper is { } to ? $"{Instants.DayAndClockWithZone(to.At)}, {(to.Comparison == TimeComparison.Before ? "exclusive" : "inclusive")}" : $"{Instants.ZoneName}; empty: until now");
    }
}
