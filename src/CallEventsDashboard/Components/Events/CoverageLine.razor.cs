using System.Globalization;
using CallEventsDashboard.Feeds;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events;

/// <summary>The one line that says what a list covers: its state, its total, its range, and why it is not all.</summary>
public sealed partial class CoverageLine
{
    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    [Parameter] public EventCallback OnContinue { get; set; }

    private string Word => Status.Coverage.ToString().ToLowerInvariant();

    private string Tone => Status.Coverage switch
    {
        Coverage.Complete => "ok",
        Coverage.Reading => "busy",
        Coverage.Failed => "bad",
        _ => "warn",
    };

    private string RangeText => (Status.From ?? Status.Horizon, Status.To ?? Status.AsOf) switch
    {
        ({ } from, { } to) when from == to => $"{EventTimes.DayAndClock(from)} UTC",
        ({ } from, { } to) => $"{EventTimes.DayAndClock(from)} – {EventTimes.DayAndClock(to)} UTC",
        (null, { } to) => $"all that Telnyx keeps, until {EventTimes.DayAndClock(to)} UTC",
        ({ } from, null) => $"since {EventTimes.DayAndClock(from)} UTC",
        _ => "",
    };

    private string? Reason => Status switch
    {
        { Retrying: { } retry } => $"{retry.Reason.Message} Trying again, {retry.Next} of {retry.Of}.",
        { Scan: { IsDone: false } scan } => Progress(scan),
        { Coverage: Coverage.Unreachable } => "Telnyx lists only the last 24 hours without a leg or session ID.",
        { Coverage: Coverage.Partial, Expired: > 0 } => $"{Number(Status.Expired)} left the 24-hour window before they were read.",
        { Coverage: Coverage.Partial, Horizon: { } horizon } => $"Telnyx lists nothing before {EventTimes.DayAndClock(horizon)} UTC without a leg or session ID.",
        _ => null,
    };

    private string Counted(int total) => (total, Status.Scan) switch
    {
        (1, null) => "1 event",
        (_, null) => $"{Number(total)} events",
        (1, _) => "1 match",
        _ => $"{Number(total)} matches",
    };

    private static string Progress(ScanProgress scan)
    {
        var read = scan.RowsInAll is { } all ? $"{Number(scan.RowsRead)} of {Number(all)} events compared" : $"{Number(scan.RowsRead)} events compared";
        return scan.IsStopped ? $"{read}, then stopped." : $"{read}…";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
