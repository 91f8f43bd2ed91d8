namespace CallEventsDashboard;

/// <summary>The one limit of every wait. A wait ends with what it waits for, so only a test that fails takes this long: it is for the slowest machine.</summary>
internal static class Limits
{
    public static TimeSpan Wait { get; } = TimeSpan.FromMinutes(2);
}
