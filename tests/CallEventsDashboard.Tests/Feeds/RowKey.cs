using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>What tells one row of the simulated account from another, seen from either side.</summary>
internal readonly record struct RowKey(long Ticks, string Name, string Leg)
{
    public static RowKey Of(CallEvent row) => new(row.OccurredAt!.Value.UtcTicks, row.Name, row.LegId ?? "");

    public static RowKey Of(SandboxEvent row) => new(row.OccurredAt.UtcTicks, row.Name, row.LegId?.ToString() ?? "");
}
