namespace CallEventsDashboard.Sessions;

/// <summary>Finds how the legs of a session belong together. Times of two legs are compared with some tolerance: their clocks may differ.</summary>
internal static class LegRelationFinder
{
    /// <summary>By how much the clocks of two legs may differ.</summary>
    public static TimeSpan Skew { get; } = TimeSpan.FromSeconds(2);

    /// <param name="legs">In order of birth.</param>
    public static IReadOnlyList<Leg> Read(IReadOnlyList<Leg> legs)
    {
        var transfers = legs.SelectMany(leg => leg.AllMarks.Where(mark => mark is { IsCommand: true, Key: EventKeys.Transfer, IsFailed: false }), (leg, mark) => (Leg: leg, Mark: mark))
            .OrderBy(transfer => transfer.Mark.Order).ToList();
        List<Bridged> bridged = [.. legs.SelectMany(leg => leg.AllMarks, (leg, mark) => (leg, mark)).Where(pair => pair.mark is { Key: EventKeys.Bridged, At: not null })
            .Select(pair => new Bridged(pair.leg, pair.mark.At!.Value)).OrderBy(one => one.At)];
        return [.. legs.Select(leg => EndBridges(leg with { Relations = [.. Origin(leg, transfers), .. Meetings(leg, bridged)] }, bridged))];
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

    private static IEnumerable<LegRelation> Meetings(Leg leg, List<Bridged> legs)
    {
        var bridges = leg.Marks.Where(mark => mark.Key == EventKeys.Bridged).Select(mark => new LegRelation(LegRelationKind.Bridge, mark, Partner(leg, mark, legs)?.LegId));
        foreach (var bridge in bridges.DistinctBy(bridge => bridge.OtherLegId, StringComparer.OrdinalIgnoreCase))
            yield return bridge;
        if (First(leg, EventKeys.ParticipantJoined) is { } joined)
            yield return new LegRelation(LegRelationKind.Conference, joined);
    }

    /// <summary>The leg that was bridged at the same time; null when there is none, or more than one.</summary>
    private static Leg? Partner(Leg leg, Mark at, List<Bridged> legs)
    {
        Leg? partner = null;
        for (var next = FirstSince(legs, at.At - Skew); next < legs.Count && legs[next].At - at.At <= Skew; next++)
        {
            var other = legs[next].Leg;
            if (other.LegId == leg.LegId || other.LegId == partner?.LegId)
                continue;
            if (partner is not null)
                return null;
            partner = other;
        }

        return partner;
    }

    /// <summary>The first bridge that is not before a time; their number where there is none, as for no time at all.</summary>
    private static int FirstSince(List<Bridged> bridged, DateTimeOffset? time)
    {
        var (low, high) = (0, bridged.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = bridged[middle].At >= time ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>A bridge is over for both of its legs when one of them hangs up or is joined to something else, even where the other one says nothing of it.</summary>
    private static Leg EndBridges(Leg leg, List<Bridged> legs) => leg with { Phases = [.. leg.Phases.Select(phase => phase.Kind is PhaseKind.Bridge ? EndBridge(leg, phase, legs) : phase)] };

    private static Phase EndBridge(Leg leg, Phase phase, List<Bridged> legs)
    {
        if (Partner(leg, phase.StartEvent, legs) is not { } other)
            return phase;
        var its = other.Phases.Where(its => its.Kind is PhaseKind.Bridge && (its.Start - phase.Start).Duration() <= Skew).MinBy(its => (its.Start - phase.Start).Duration());
        var end = its is null ? other.Hangup?.Mark : its.EndEvent;
        return end is { At: { } ended } && ended >= phase.Start && !(phase.End <= ended) ? phase with { EndEvent = end } : phase;
    }

    private static Mark? First(Leg leg, params string[] keys) => keys.Select(key => leg.Marks.FirstOrDefault(mark => mark.Key == key)).FirstOrDefault(mark => mark is not null);

    /// <summary>That a leg was bridged, by time.</summary>
    private sealed record Bridged(Leg Leg, DateTimeOffset At);
}
