using System.Diagnostics.Metrics;

namespace CallEventsDashboard.Operations;

/// <summary>The dashboard's own metrics, in one place. Tags are words from short lists: never a key, a number or an address. Pages and circuits are counted by the framework.</summary>
public static class DashboardMetrics
{
    public const string Name = "CallEventsDashboard";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Requests = Meter.CreateHistogram<double>(
        "callevents.telnyx.request.duration", "s", "Requests to Telnyx with all their attempts, from the first to the answer.");

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>(
        "callevents.telnyx.request.wait", "s", "How long a request waited for its turn and for the end of rate limits.");

    private static readonly Counter<long> Lists = Meter.CreateCounter<long>(
        "callevents.list.opened", "{list}", "Lists that were opened, by whether one that is kept could be shared.");

    /// <param name="outcome"><c>Success</c>, <c>Cancelled</c>, or the name of an error.</param>
    public static void RequestEnded(TimeSpan duration, TimeSpan waited, int attempts, string outcome)
    {
        var tags = new[] { KeyValuePair.Create<string, object?>("outcome", outcome), KeyValuePair.Create<string, object?>("attempts", attempts) };
        Requests.Record(duration.TotalSeconds, tags);
        Waits.Record(waited.TotalSeconds);
    }

    public static void ListOpened(bool shared) => Lists.Add(1, KeyValuePair.Create<string, object?>("cache", shared ? "hit" : "miss"));
}
