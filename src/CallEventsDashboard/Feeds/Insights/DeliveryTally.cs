using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>Counts failed webhooks by the host that they were sent to, and by what else they have.</summary>
internal sealed class DeliveryTally
{
    private static readonly FilterParameter[] Filters = [FilterCatalogue.EventName, FilterCatalogue.ConnectionId];

    private readonly Dictionary<(FilterParameter? Filter, string Value), (int Count, string? Search)> _counts = [];

    /// <summary>The most frequent first. A value that is null stands for records without one.</summary>
    public IReadOnlyList<TalliedValue> Counts =>
        [.. _counts.Select(pair => new TalliedValue(pair.Key.Filter, pair.Key.Value.Length == 0 ? null : pair.Key.Value, pair.Value.Count, pair.Value.Search)).OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)];

    public void Add(CallEvent row)
    {
        var host = HostOf(row.DeliveredTo);
        Add(null, host, host is null ? null : RecordSnippet.OfHost(row, host));
        foreach (var filter in Filters)
            Add(filter, filter.Carried!(row), null);
    }

    /// <summary>The host of an address as it was sent, with its port where it names one; null where there is none.</summary>
    internal static string? HostOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? (uri.IsDefaultPort ? uri.Host : uri.Authority).ToLowerInvariant() : null;

    private void Add(FilterParameter? filter, string? value, string? search)
    {
        var (count, before) = _counts.GetValueOrDefault((filter, value ?? ""));
        _counts[(filter, value ?? "")] = (count + 1, count == 0 || before == search ? search : null);
    }
}
