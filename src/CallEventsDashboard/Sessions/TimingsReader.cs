namespace CallEventsDashboard.Sessions;

internal static class TimingsReader
{
    public static SessionTimings Read(IReadOnlyList<Leg> legs, Leg? legless)
    {
        IReadOnlyList<Leg> lanes = legless is null ? legs : [.. legs, legless];
        var ends = legs.Count > 0 && legs.All(leg => leg is { Start: not null, End: not null });
        return new SessionTimings
        {
            Total = ends ? legs.Max(leg => leg.End) - legs.Min(leg => leg.Start) : null,
            Ringing = Union(legs, PhaseKind.Ringing),
            Talk = Union(legs, PhaseKind.Talk),
            Hold = Union(legs, PhaseKind.Hold),
            Legs = [.. legs.Select(OfLeg)],
            ResponseTimes = [.. ResponseTimeReader.Read(lanes).OrderByDescending(time => time.Elapsed).ThenBy(time => time.Command.Order)],
            Deliveries = [.. lanes.SelectMany(Deliveries).OrderBy(delivery => delivery.Webhook.Order)],
        };
    }

    private static LegTimings OfLeg(Leg leg)
    {
        var dial = leg.Marks.FirstOrDefault(mark => mark.Key == EventKeys.Dial);
        var initiated = leg.Marks.FirstOrDefault(mark => mark.Key == EventKeys.Initiated);
        var setUp = initiated?.At - dial?.At;
        return new LegTimings(
            leg.LegId,
            setUp >= TimeSpan.Zero ? setUp : null,
            leg.Phases.FirstOrDefault(phase => phase.Kind == PhaseKind.Ringing)?.Duration,
            Union([leg], PhaseKind.Talk),
            Union([leg], PhaseKind.Hold));
    }

    /// <summary>The time that phases of a kind cover together, counted once where they overlap.</summary>
    private static TimeSpan Union(IReadOnlyList<Leg> legs, PhaseKind kind)
    {
        var total = TimeSpan.Zero;
        var until = DateTimeOffset.MinValue;
        foreach (var phase in legs.SelectMany(leg => leg.Phases).Where(phase => phase.Kind == kind).OrderBy(phase => phase.Start))
        {
            if (phase.End is not { } end || end <= until)
                continue;
            total += end - (phase.Start > until ? phase.Start : until);
            until = end;
        }

        return total;
    }

    private static IEnumerable<Delivery> Deliveries(Leg leg)
    {
        List<Mark> marks = [.. leg.AllMarks];
        Mark? next = null;
        Mark? nextCommand = null;
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            var mark = marks[i];
            if (mark.IsWebhook && (mark.Attempts.Count > 1 || mark.IsFailed || mark.LacksAttempts))
                yield return new Delivery(leg.LegId, mark, nextCommand, next);
            next = mark;
            nextCommand = mark.IsCommand ? mark : nextCommand;
        }
    }
}
