using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>One request to Telnyx that a page made, for the panel that shows them. It holds no key.</summary>
/// <param name="Query">The query string as it was sent, without the question mark.</param>
/// <param name="Purpose">Why it was made: <c>page</c>, <c>count</c>, <c>check</c>, <c>newer</c>, <c>live</c>, <c>tie</c>, <c>join</c>, <c>test</c>; of another resource than the log, what is read there.</param>
/// <param name="StartedAt">When it was sent.</param>
/// <param name="Duration">From sending to the last byte, with waits between its attempts; null while it is on its way.</param>
/// <param name="Status">The HTTP status of the last attempt; null where no answer came.</param>
/// <param name="Rows">Rows in the answer; null for a failure.</param>
/// <param name="Attempts">How often it was sent, from 1.</param>
/// <param name="Waited">How long it stood back for others, or because Telnyx asked to wait.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
public sealed record RequestEntry(
    string Query, string Purpose, DateTimeOffset StartedAt, TimeSpan? Duration, int? Status, int? Rows, int Attempts, TimeSpan Waited, TelnyxError? Error)
{
    internal const string CallEvents = "call_events";

    /// <summary>The resource, below the base address of the API.</summary>
    public string Path { get; init; } = CallEvents;
}
