using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Neighbours;

/// <summary>What a resource beside the log answered. That it has nothing proves nothing of the call.</summary>
/// <param name="Records">As they were received, with secrets and all: a page shows them masked. Empty unless it was answered.</param>
/// <param name="At">When, by this machine's clock.</param>
/// <param name="Failure">Why there is no answer; null where there is one, or none was asked for.</param>
public sealed record NeighbourAnswer(NeighbourState State, IReadOnlyList<ReadOnlyMemory<byte>> Records, DateTimeOffset At, TelnyxException? Failure = null)
{
    internal static NeighbourAnswer From(TelnyxException failure, DateTimeOffset at) => new(
        failure switch
        {
            { IsKeyRefused: true } => NeighbourState.NotPermitted,
            { Error: TelnyxError.RateLimited } => NeighbourState.RateLimited,
            { StatusCode: System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Conflict } => NeighbourState.NotYet,
            _ => NeighbourState.Failed,
        },
        [], at, failure);
}
