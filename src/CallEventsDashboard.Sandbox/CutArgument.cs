using System.Globalization;

namespace CallEventsDashboard.Sandbox;

/// <summary>Cuts of the service as the command line has them, one argument for each: <c>page-size=100</c>, <c>asked-size</c>.</summary>
internal static class CutArgument
{
    private static readonly Dictionary<string, Func<ServiceCuts, int, ServiceCuts>> WithNumber = new(StringComparer.Ordinal)
    {
        ["page-size"] = (cuts, rows) => cuts with { PageSize = Math.Max(1, rows) },
        ["depth"] = (cuts, rows) => cuts with { Depth = Math.Max(1, rows) },
        ["total"] = (cuts, rows) => cuts with { TotalOff = rows },
        ["total-falls"] = (cuts, rows) => cuts with { TotalFalls = Math.Max(0, rows) },
        ["empty-page"] = (cuts, page) => cuts with { EmptyPage = page },
    };

    private static readonly Dictionary<string, Func<ServiceCuts, ServiceCuts>> Plain = new(StringComparer.Ordinal)
    {
        ["asked-size"] = cuts => cuts with { TellsAskedSize = true },
        ["page-number"] = cuts => cuts with { IgnoresPageNumber = true },
        ["last-page"] = cuts => cuts with { ShortLastPage = true },
    };

    public static string Form => string.Join('|', WithNumber.Keys.Select(name => $"{name}=NUMBER").Concat(Plain.Keys));

    /// <summary>Adds the cut that an argument names; null when it names none.</summary>
    public static ServiceCuts? TryAdd(ServiceCuts cuts, string argument)
    {
        var parts = argument.Split('=', 2);
        if (parts.Length == 1)
            return Plain.TryGetValue(argument, out var plain) ? plain(cuts) : null;
        return WithNumber.TryGetValue(parts[0], out var with) && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? with(cuts, number)
            : null;
    }
}
