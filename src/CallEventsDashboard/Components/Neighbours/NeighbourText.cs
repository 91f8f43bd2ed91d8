using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Why a resource beside the log told nothing, in words that blame nobody: the log is as true as before.</summary>
internal static class NeighbourText
{
    /// <summary>As <c>data-state</c> has it.</summary>
    public static string Name(NeighbourState? state, bool isAsking) => (state, isAsking) switch
    {
        (_, true) => "asking",
        (null, _) => "idle",
        (NeighbourState.Answered, _) => "answered",
        (NeighbourState.NotYet, _) => "not-yet",
        (NeighbourState.NotPermitted, _) => "not-permitted",
        (NeighbourState.RateLimited, _) => "rate-limited",
        _ => "failed",
    };

    /// <param name="what">What the key may not read, within a sentence: <c>Telnyx's log of deliveries</c>.</param>
    public static string NotPermitted(string what) =>
        $"Not permitted with this key: Telnyx lets it read call events, but not {what}. Nothing else on this page changes.";

    /// <summary><c>10 of 12 conversations</c>; null where all of them were read.</summary>
    public static string? Part(int read, int all, string noun) => read < all ? $"{CountText.Format(read)} of {CountText.Format(all, noun)}" : null;

    /// <summary>The parts that are not null: <c>3 turns · as of 10:00:00 UTC</c>.</summary>
    public static string Join(params string?[] parts) => string.Join(" · ", parts.OfType<string>());

    /// <summary>What went wrong and whether to ask again; null for an answer, and for what has words of its own.</summary>
    public static string? Failure(NeighbourAnswer answer) => answer switch
    {
        { State: NeighbourState.RateLimited, Failure: { } failure } => FailureText.From(failure).Text,
        { State: NeighbourState.Failed, Failure: { Error: TelnyxError.InvalidRequest } } => "Telnyx did not accept the question. It may have changed what can be asked here.",
        { State: NeighbourState.Failed, Failure: { } failure } => $"{FailureText.From(failure).Title}. Ask again in a moment.",
        _ => null,
    };
}
