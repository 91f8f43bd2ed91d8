namespace CallEventsDashboard.Sessions;

/// <summary>Finds how the legs of a session belong together. Times of two legs are compared with some tolerance: their clocks may differ.</summary>
internal static class LegRelations
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(2);

    /// <param name="legs">In order of birth.</param>
    public static IReadOnlyList<Leg> Read(IReadOnlyList<Leg> legs)
    {
        var transfers = legs.SelectMany(leg => leg.AllMarks.Where(mark => mark is { IsCommand: true, Key: EventKeys.Transfer, IsFailed: false }), (leg, mark) => (Leg: leg, Mark: mark))
            .OrderBy(transfer => transfer.Mark.Order).ToList();
        return [.. legs.Select(leg => BridgeEnd(leg with { Relations = [.. Origin(leg, transfers), .. Meetings(leg, legs)] }, legs))];
    }

    private static IEnumerable<LegRelation> Origin(Leg leg, List<(Leg Leg, Mark Mark)> transfers)
    {
        if (leg.Direction == LegDirection.Incoming && First(leg, EventKeys.Initiated, EventKeys.Answer, EventKeys.Reject) is { } called)
            return [new LegRelation(LegRelationKind.Caller, called)];
        if (First(leg, EventKeys.Dial) is { } dial)
            return [new LegRelation(LegRelationKind.Dialled, dial)];
        var at = leg.Direction == LegDirection.Outgoing ? transfers.FindLastIndex(transfer => transfer.Leg.LegId != leg.LegId && transfer.Mark.At <= leg.Start + Skew) : -1;
        if (at < 0)
            return [];
        var (from, command) = transfers[at];
        // One transfer makes one leg.
        transfers.RemoveAt(at);
        return [new LegRelation(LegRelationKind.Transfer, command, from.LegId)];
    }

    private static IEnumerable<LegRelation> Meetings(Leg leg, IReadOnlyList<Leg> legs)
    {
        if (First(leg, EventKeys.Bridged) is { } bridged)
            yield return new LegRelation(LegRelationKind.Bridge, bridged, Partner(leg, bridged, legs)?.LegId);
        if (First(leg, EventKeys.ParticipantJoined) is { } joined)
            yield return new LegRelation(LegRelationKind.Conference, joined);
    }

    /// <summary>The leg that was bridged at the same time; null when there is none, or more than one.</summary>
    private static Leg? Partner(Leg leg, Mark bridged, IReadOnlyList<Leg> legs)
    {
        var others = legs.Where(other => other.LegId != leg.LegId
            && other.AllMarks.Any(mark => mark.Key == EventKeys.Bridged && (mark.At - bridged.At)?.Duration() <= Skew)).Take(2).ToList();
        return others.Count == 1 ? others[0] : null;
    }

    /// <summary>A bridge is over when the other leg hangs up, even where this one lives on.</summary>
    private static Leg BridgeEnd(Leg leg, IReadOnlyList<Leg> legs) => leg with
    {
        Phases = [.. leg.Phases.Select(phase =>
            phase is { Kind: PhaseKind.Bridge } && (phase.EndEvent is null || phase.EndedByHangup)
            && Partner(leg, phase.StartEvent, legs)?.Hangup is { Mark: { At: { } ended } mark } && ended >= phase.Start && !(phase.End <= ended)
                ? phase with { EndEvent = mark }
                : phase)],
    };

    private static Mark? First(Leg leg, params string[] keys) => keys.Select(key => leg.Marks.FirstOrDefault(mark => mark.Key == key)).FirstOrDefault(mark => mark is not null);
}
