using System.Globalization;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Exports;

/// <summary>The words and figures of an export.</summary>
internal static class ExportText
{
    private const double Kilo = 1024;

    /// <summary>How far it is, 0 to 1; null while that is not known.</summary>
    public static double? Progress(Export export) => export switch
    {
        { Status.Scan: { IsDone: false } scan } => scan.RowsInAll is > 0 and var all ? Math.Min(1, scan.RowsRead / (double)all) : null,
        { Status.RowCount: > 0 } => Math.Min(1, export.Passed / (double)export.Status.RowCount),
        _ => null,
    };

    /// <summary><c>34 %</c></summary>
    public static string? Share(Export export) => Progress(export) is { } progress ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(progress * 100):0} %") : null;

    /// <summary><c>12,000 of 100,000 events</c></summary>
    public static string Rows(Export export) => export switch
    {
        { Status.Scan: { IsDone: false } scan } => $"{CountText.Format(export.Status.RowCount, "match", "matches")} in {CountText.Format(scan.RowsRead, "event")} so far",
        { IsUnderWay: true, Status.Total: not null } => $"{CountText.Format(export.Rows)} of {CountText.Format(export.Status.RowCount, "event")}",
        _ => CountText.Format(export.Rows, "event"),
    };

    /// <summary><c>48 pages · 49 requests</c></summary>
    public static string Work(Export export)
    {
        var pages = ReadingCost.PagesOf(export.Status.Scan is { IsDone: false } scan ? scan.RowsRead : export.Passed);
        return $"{CountText.Format(pages, "page")} · {CountText.Format(export.Requests, "request")}";
    }

    /// <summary><c>1.4 MB</c></summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.0} MB"),
    };

    /// <summary><c>a minute</c>, <c>30 s</c></summary>
    public static string Window(TimeSpan window) => window == TimeSpan.FromMinutes(1) ? "a minute" : string.Create(CultureInfo.InvariantCulture, $"{window.TotalSeconds:0} s");

    /// <summary>What it will read: <c>400 pages, 380 requests</c>.</summary>
    public static string Cost(ExportCost cost) => cost switch
    {
        { Pages: null } or { Requests: null } => "not known before it is read",
        { Requests: 0 } => $"{CountText.Format(cost.Pages.Value, "page")}, all of them loaded: no request",
        _ => $"{CountText.Format(cost.Pages.Value, "page")}, about {CountText.Format(cost.Requests.Value, "request")}",
    };

    /// <summary>The contract's word for the state.</summary>
    public static string Word(Export? export) => export?.State switch
    {
        ExportState.Running => "running",
        ExportState.Waiting => "waiting",
        ExportState.Done => "done",
        ExportState.Failed => "failed",
        _ => "idle",
    };
}
