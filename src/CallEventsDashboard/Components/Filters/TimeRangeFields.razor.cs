using System.Globalization;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The two ends of a time range, text first: spans, times and instants; each says in UTC how it was understood.</summary>
public sealed partial class TimeRangeFields
{
    private string _fromHelp = "";
    private string _toHelp = "";

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
        var exactly = range?.Exactly is { } at ? $"{Shown(at)} exactly" : null;
        _fromHelp = exactly ?? (lower is { } from ? $"{Shown(from.At)}, {(from.Comparison == TimeComparison.After ? "exclusive" : "inclusive")}" : "UTC; also -15m, 2h, 10:52");
        _toHelp = exactly ?? (range?.Upper is { } to ? $"{Shown(to.At)}, {(to.Comparison == TimeComparison.Before ? "exclusive" : "inclusive")}" : "UTC; empty: until now");
    }

    private static string Shown(DateTimeOffset instant) => instant.UtcDateTime.ToString("MMM d HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
