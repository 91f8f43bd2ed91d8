
namespace CallEventsDashboard.Sandbox;

/// <summary>A small account at a fixed instant.</summary>
internal static class SandboxAccount
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 14, 30, 0, 250, TimeSpan.Zero);

    public static SimulatedTime Clock() => new(Start);

    public static SandboxApi Open(SandboxOptions? options = null, TimeProvider? time = null) =>
        new(options ?? new SandboxOptions { Events = 2000 }, time ?? Clock());

    /// <summary>Nothing is ignored that the service knows.</summary>
    public static SandboxOptions AllFilters { get; } = new() { Events = 2000, IgnoredFilters = new HashSet<string>() };

    /// <summary>What a query without ids can reach.</summary>
    public static List<SandboxEvent> LastDay(SandboxApi api) => [.. api.Events().Where(row => row.OccurredAt >= Start.AddDays(-1))];
}
