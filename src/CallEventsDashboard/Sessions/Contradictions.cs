using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Sessions;

/// <summary>Hang-ups that can't all be true. A source is relative to its leg: on a leg that was dialled, the caller is your side.</summary>
internal static class Contradictions
{
    public static IEnumerable<SessionFlag> Between(IReadOnlyList<Leg> legs)
    {
        foreach (var leg in legs)
        {
            if (leg.Hangup is { } hangup && HangupText.IsOfUnanswered(hangup) && leg.Phases.FirstOrDefault(phase => phase.Kind is PhaseKind.Talk or PhaseKind.Hold) is { } answered)
            {
                var text = $"The hang-up gives the cause {VisibleText.Word(hangup.Cause!)}, that of an unanswered call, though the leg had been answered.";
                yield return new SessionFlag(SessionFlagKind.Contradiction, text, leg.LegId, [hangup.Mark, answered.StartEvent]);
            }

            if (HangupSideReader.Read(leg) == HangupSide.FarEnd && LastCommand.HangupOf(leg) is { } command)
            {
                var text = $"Telnyx names the {leg.Hangup?.Source} as the one who hung up, though your application had sent {VisibleText.Word(command.Name)}.";
                yield return new SessionFlag(SessionFlagKind.Contradiction, text, leg.LegId, [leg.Hangup!.Mark, command]);
            }
        }

        foreach (var (first, second) in Bridged(legs))
        {
            var text = (HangupSideReader.Read(first), HangupSideReader.Read(second)) switch
            {
                (HangupSide.FarEnd, HangupSide.FarEnd) => "Both ends of the bridge are named as the one who hung up.",
                (HangupSide.OwnEnd, HangupSide.OwnEnd) when LastCommand.HangupOf(first) is null && LastCommand.HangupOf(second) is null =>
                    "Each leg of the bridge names the other side as the one who hung up, and no command did.",
                _ => null,
            };
            if (text is not null)
                yield return new SessionFlag(SessionFlagKind.Contradiction, text, first.LegId, [first.Hangup!.Mark, second.Hangup!.Mark]);
        }
    }

    /// <summary>Pairs that were hung up out of their bridge, each once.</summary>
    private static IEnumerable<(Leg First, Leg Second)> Bridged(IReadOnlyList<Leg> legs) =>
        from leg in legs
        where leg.Hangup is not null
        from relation in leg.Relations
        where relation is { Kind: LegRelationKind.Bridge, OtherLegId: not null }
        let other = legs.FirstOrDefault(other => other.LegId == relation.OtherLegId && other.Hangup is not null)
        where other is not null && string.CompareOrdinal(leg.LegId, other.LegId) < 0
        where leg.IsAnswered && other.IsAnswered && Bridges.AreHungUpTogether(leg, other)
        select (leg, other);
}
