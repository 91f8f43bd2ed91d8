using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Neighbours;

/// <summary>What a resource beside the log answered. That it has nothing proves nothing of the call.</summary>
/// <param name="Records">As they were received, with secrets and all: a page shows them masked. Empty unless it was answered.</param>
/// <param name="At">When, by this machine's clock.</param>
/// <param name="Failure">Why there is no answer; null where there is one, or none was asked for.</param>
public sealed record NeighbourAnswer(NeighbourState State, IReadOnlyList<ReadOnlyMemory<byte>> Records, DateTimeOffset At, TelnyxException? Failure = null)
{
    /// <summary>How asking the same again ended later, where that gave no answer and this one still stands; else null.</summary>
    public NeighbourAnswer? AskedAgain { get; init; }

    /// <summary>The time of the answer by Telnyx's clock (whole seconds), to compare with times that Telnyx says; where it does not say, <see cref="At"/>.</summary>
    public DateTimeOffset Clock => ServedAt ?? At;

    /// <summary>Null where the answer does not say.</summary>
    internal DateTimeOffset? ServedAt { get; init; }

    /// <summary>How many records Telnyx counts; null where it does not say.</summary>
    public long? Total { get; init; }

    /// <summary>How many records Telnyx puts into a page, whatever it was asked for; null where it does not say.</summary>
    public long? PageSize { get; init; }

    /// <summary>Whether Telnyx has more records than these, by its own count; where it has none, whether it may, as the page is full.</summary>
    /// <param name="asked">How many rows were asked for.</param>
    public bool IsCut(int asked) => State is NeighbourState.Answered && (Total is { } total ? total > Records.Count : Records.Count > 0 && Records.Count >= Math.Min(asked, PageSize ?? asked));

    // A question that is refused for what it asks says something of what it asks about: that a call is over, for one.
    private bool IsNews => State is NeighbourState.Answered || Failure is { Error: TelnyxError.InvalidRequest };

    /// <summary>This answer, or the one before it where this is none.</summary>
    /// <param name="isLiving">Whether the question is about something that is there for a time only: that it is not there any more is an answer.</param>
    internal NeighbourAnswer After(NeighbourAnswer? before, bool isLiving = false) =>
        !IsNews && !(isLiving && State is NeighbourState.NotYet) && before is not null && (before.IsNews || (before.State is NeighbourState.NotYet && State is not NeighbourState.NotYet)) ? before with { AskedAgain = this } : this;

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
