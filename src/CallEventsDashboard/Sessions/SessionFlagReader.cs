using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Sessions;

/// <summary>Finds what does not fit together.</summary>
internal static class SessionFlagReader
{
    public static IReadOnlyList<SessionFlag> Read(IReadOnlyList<Leg> legs, Leg? legless, IReadOnlyList<Refusal> refusals, CallStatus status, SessionExtent extent, DateTimeOffset? asOf)
    {
        var flags = new List<SessionFlag>();
        foreach (var leg in legs)
        {
            flags.AddRange(OfEnd(leg, status));
            if (leg.AfterHangup.FirstOrDefault(mark => mark.Key == EventKeys.Answered) is { } late)
                flags.Add(new SessionFlag(SessionFlagKind.OutOfOrder, "The answer is later than the hang-up of its leg.", leg.LegId, [leg.Hangup!.Mark, late]));
            if (leg.Relation is { Kind: LegRelationKind.Transfer, Evidence: { } command } && command.At > leg.Start)
                flags.Add(new SessionFlag(SessionFlagKind.OutOfOrder, "The leg begins before the transfer that made it: the clocks of the two legs differ.", leg.LegId, [leg.Marks[0], command]));
        }

        foreach (var leg in legless is null ? legs : legs.Append(legless))
            flags.AddRange(OfMarks(leg));
        flags.AddRange(Contradictions.Between(legs));
        flags.AddRange(refusals.Select(OfRefusal));
        flags.AddRange(Reactions.Missing(legs, legless, status, extent, asOf));
        flags.AddRange(Reactions.Repeated(legs));
        flags.AddRange(Reactions.Late(legs));
        return flags;
    }

    private static IEnumerable<SessionFlag> OfEnd(Leg leg, CallStatus status)
    {
        if (leg.Hangup is null)
        {
            // A leg of a call that is under way is not missing its end.
            if (status is not CallStatus.InProgress)
                yield return new SessionFlag(SessionFlagKind.EndNotSeen, EndNotSeen(status), leg.LegId, [leg.Marks[^1]]);
            yield break;
        }

        foreach (var again in leg.AfterHangup.Where(mark => mark.Key == EventKeys.HungUp))
        {
            var other = Hangup.From(again);
            if ((other.Cause, other.Source) != (leg.Hangup.Cause, leg.Hangup.Source))
                yield return new SessionFlag(SessionFlagKind.Contradiction, "The leg was hung up twice, for different reasons.", leg.LegId, [leg.Hangup.Mark, again]);
        }
    }

    private static string EndNotSeen(CallStatus status) => status is CallStatus.NoHangup
        ? "No hang-up of this leg is recorded, and the call has had no event for hours."
        : "No hang-up of this leg was seen: whether it has ended is not known.";

    private static SessionFlag OfRefusal(Refusal refusal) => new(
        SessionFlagKind.Refused,
        $"Telnyx refused the command {VisibleText.Word(refusal.Command.Name)}{(refusal.Reason is { } reason ? $": {reason}" : null)}.{(refusal.Race is { } race ? $" {race}." : null)}",
        refusal.LegId,
        refusal.HungUp is { } hungUp ? [refusal.Command, hungUp] : [refusal.Command]);

    private static string NotDelivered(Mark webhook) => webhook.LacksAttempts
        ? $"No attempt seen delivered the webhook {VisibleText.Word(webhook.Name)}; others were not seen."
        : $"The webhook {VisibleText.Word(webhook.Name)} was not delivered.";

    private static IEnumerable<SessionFlag> OfMarks(Leg leg)
    {
        foreach (var mark in leg.AllMarks.Where(mark => mark is { IsWebhook: true, IsFailed: true }))
            yield return new SessionFlag(SessionFlagKind.NotDelivered, NotDelivered(mark), leg.LegId, [mark]);
        List<Mark> untimed = [.. leg.Marks.Where(mark => mark.At is null)];
        if (untimed.Count > 0)
            yield return new SessionFlag(SessionFlagKind.Untimed, "Some records have no readable time; they are last on their lane.", leg.LegId, untimed);
    }
}
