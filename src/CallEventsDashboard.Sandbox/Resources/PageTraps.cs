using System.Text.Json;
using System.Text.Json.Nodes;
using CallEventsDashboard.Sandbox.Api;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>Trouble with the pages of any list beside the log.</summary>
internal static class PageTraps
{
    private const int FewRows = 2;

    /// <summary>The query as a service has it that cuts pages in silence, whatever size they are asked for.</summary>
    public static string Narrow(string query, IReadOnlySet<ResourceTrap> traps) =>
        traps.Contains(ResourceTrap.ShortPages) ? FormattableString.Invariant($"{query.TrimStart('?')}&{PageArguments.SizeName}={FewRows}") : query;

    /// <summary>The query as a service has it that leaves out filters.</summary>
    public static string Widen(string query, IReadOnlySet<ResourceTrap> traps) =>
        traps.Contains(ResourceTrap.IgnoredFilters) ? string.Join('&', query.TrimStart('?').Split('&').Where(pair => !IsFilter(Uri.UnescapeDataString(pair.Split('=')[0])))) : query;

    private static bool IsFilter(string name) => (name.StartsWith("filter[", StringComparison.Ordinal) && name != "filter[record_type]") || name.StartsWith("metadata->", StringComparison.Ordinal);

    /// <summary>The answer of a service that does not count what it lists.</summary>
    public static ResourceReply Conceal(ResourceReply reply, IReadOnlySet<ResourceTrap> traps)
    {
        if (!traps.Contains(ResourceTrap.NoTotals) || JsonNode.Parse(reply.Body.Span)?["meta"] is not JsonObject meta)
            return reply;
        meta.Remove("total_pages");
        meta.Remove("total_results");
        return reply with { Body = JsonSerializer.SerializeToUtf8Bytes(meta.Root) };
    }
}
