using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Shared;

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

    /// <summary>That a key may not read a resource, within a sentence.</summary>
    public const string Refused = "not permitted with this key";

    /// <summary>The same, and when it is tried again.</summary>
    /// <param name="until">Null where it may be tried now.</param>
    public static string Refusal(DateTimeOffset? until, InstantFormat instants) => until is { } at ? $"{Refused}; it can be asked again after {instants.Minutes(at)}, or once you test the key" : Refused;

    /// <summary>That asking again brought no answer, so that an older one is shown; null where the newest is.</summary>
    public static string? InVain(IEnumerable<NeighbourAnswer> answers, InstantFormat instants) =>
        answers.Select(answer => answer.AskedAgain).OfType<NeighbourAnswer>().MaxBy(later => later.At) is { } failed
            ? $"Asked again at {instants.SecondsWithZone(failed.At)}: {Reason(failed)}. The answer before is still shown." : null;

    /// <summary>Why there is no answer, within a sentence.</summary>
    public static string Reason(NeighbourState state) => state switch
    {
        NeighbourState.NotPermitted => Refused,
        NeighbourState.RateLimited => "rate limited by Telnyx",
        _ => "no answer",
    };

    private static string Reason(NeighbourAnswer failed) => failed is { State: NeighbourState.NotYet or NeighbourState.Failed, Failure.StatusCode: { } status }
        ? $"no answer (HTTP {(int)status})" : Reason(failed.State);

    /// <summary><c>10 of 12 conversations</c>; null where all of them were read.</summary>
    public static string? Part(int read, int all, string noun) => read < all ? $"{CountText.Format(read)} of {CountText.Format(all, noun)}" : null;

    /// <summary>That not all questions were answered, and why: <c>1 of 2 requests answered: rate limited by Telnyx</c>; null where all were.</summary>
    public static string? Unanswered(IReadOnlyList<NeighbourAnswer> answers, int questions) =>
        Part(answers.Count(answer => answer.State is NeighbourState.Answered), questions, "request") is not { } part ? null
        : answers.MaxBy(answer => answer.State) is { State: not NeighbourState.Answered } worst ? $"{part} answered: {Reason(worst.State)}" : $"{part} answered";

    /// <summary>That Telnyx has more than was read: <c>50 of 120 were read</c>, or <c>there may be more than these 50</c>; null where it is all.</summary>
    /// <param name="rows">How many rows each answer was asked for.</param>
    public static string? More(IReadOnlyList<NeighbourAnswer> answers, int rows)
    {
        var (cut, read) = (answers.Where(answer => answer.IsCut(rows)).ToList(), answers.Sum(answer => answer.Records.Count));
        return cut.Count == 0 ? null
            : cut.Exists(answer => answer.Total is null) ? $"there may be more than the {CountText.Format(read)} that were read"
            : $"{CountText.Format(read)} of {CountText.Format((int)answers.Sum(answer => answer.Total ?? answer.Records.Count))} were read";
    }

    /// <summary>The parts that are not null: <c>3 turns · as of 10:00:00 UTC</c>.</summary>
    public static string Join(params string?[] parts) => string.Join(" · ", parts.OfType<string>());

    /// <summary>What went wrong and whether to ask again; null for an answer, and for what has words of its own.</summary>
    public static string? Failure(NeighbourAnswer answer, InstantFormat instants) => answer switch
    {
        // A time, as the words stay while the seconds go by.
        { State: NeighbourState.RateLimited } => $"Rate limited by Telnyx. Ask again after {instants.SecondsWithZone(answer.At + (answer.Failure?.RetryAfter ?? TimeSpan.FromSeconds(1)))}.",
        { State: NeighbourState.Failed, Failure: { Error: TelnyxError.InvalidRequest } } => "Telnyx did not accept the question. It may have changed what can be asked here.",
        { State: NeighbourState.Failed, Failure: { } failure } => $"{FailureText.From(failure).Title}. Ask again in a moment.",
        _ => null,
    };
}
