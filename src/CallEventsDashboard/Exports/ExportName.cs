using System.Globalization;

namespace CallEventsDashboard.Exports;

/// <summary>The name of an export's file: its range, whether it is masked and whether it is partial. Never a value of a filter.</summary>
internal static class ExportName
{
    public static string Create(ExportSummary summary, bool isMasked, string extension) => string.Concat(
        "call-events",
        (summary.From ?? summary.Horizon) is { } from ? $"_{Write(from)}" : "",
        (summary.To ?? summary.AsOf) is { } to ? $"_{Write(to)}" : "",
        isMasked ? "_masked" : "",
        summary.IsPartial ? "_partial" : "",
        extension);

    // A colon is no character of a file's name everywhere.
    private static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
