using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Evidence;

/// <summary>A request that was made for a session. It holds neither the key nor anything made from it.</summary>
/// <param name="Path">Below the address of the API, with the query: <c>call_events?filter[…]=…</c>.</param>
/// <param name="Purpose">Why it was made, in one word.</param>
/// <param name="StartedAt">When it was sent.</param>
/// <param name="Duration">Null where it had no end yet.</param>
/// <param name="Status">The HTTP status of its last attempt; null where no answer came.</param>
/// <param name="Rows">The events in the answer; null for a failure.</param>
/// <param name="Attempts">How often it was sent, from 1.</param>
public sealed record EvidenceRequest(string Path, string Purpose, DateTimeOffset StartedAt, TimeSpan? Duration, int? Status, int? Rows, int Attempts)
{
    /// <summary>The only method that the dashboard uses.</summary>
    public const string Method = "GET";

    /// <summary>How many are read from a file.</summary>
    public const int Most = 500;

    /// <param name="seen">Makes of a query string what may be seen of it.</param>
    public static EvidenceRequest From(RequestEntry entry, Func<string, string> seen)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(seen);
        var path = entry.Query.Length == 0 ? entry.Path : $"{entry.Path}?{seen(entry.Query)}";
        return new(path, entry.Purpose, entry.StartedAt, entry.Duration, entry.Status, entry.Rows, entry.Attempts);
    }
}
