using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>How many turns of conversations a page has, and how long the answers among them took.</summary>
internal static class ConversationText
{
    /// <param name="isCut">Whether Telnyx gave as many turns as an answer can have: then there may be more.</param>
    /// <param name="conversations">How many conversations the session has.</param>
    public static string Turns(int turns, bool isCut, int conversations) => (isCut, conversations) switch
    {
        (false, _) => CountText.Format(turns, "turn"),
        (true, 1) => $"the first {CountText.Format(turns, "turn")}; there may be more",
        (true, _) => $"{CountText.Format(turns, "turn")}, the first {CountText.Format(Conversations.Rows)} of each conversation at most; there may be more",
    };

    /// <summary>Of the answers among the turns; null where none has a latency.</summary>
    public static string? Latency(IEnumerable<ConversationTurn> turns, bool isCut) => turns.Select(turn => turn.Perceived).OfType<TimeSpan>().ToList() is var times && DurationFigure.From(times) is { } figure
        ? figure.Count == 1 ? $"the one answer after {DurationText.Format(times[0])}{(isCut ? ", of these turns only" : "")}"
        : $"answers after {DurationText.Format(figure.Median)} (median), {DurationText.Format(times.Max())} at most{(isCut ? ", of these turns only" : "")}" : null;
}
