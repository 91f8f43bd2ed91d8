using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Of what the latency of one turn is made.</summary>
internal static class LatencyText
{
    /// <summary>In the order in which they happen; those that the record does not have are left out.</summary>
    public static IReadOnlyList<(string Kind, TimeSpan Time, string Words)> Parts(ConversationTurn turn) =>
    [
        .. new[] { ("recognition", turn.Recognition), ("wait", turn.Wait), ("model", turn.Model), ("voice", turn.Voice) }
            .Where(part => part.Item2 > TimeSpan.Zero)
            .Select(part => (part.Item1, part.Item2!.Value, $"{part.Item1} {DurationText.Format(part.Item2.Value)}")),
    ];
}
