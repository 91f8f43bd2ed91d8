using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Reconstructs a session from its events.</summary>
public static class SessionReader
{
    /// <summary>Never fails, and does not depend on the order of <paramref name="events"/>.</summary>
    /// <param name="events">The events of one session, or any others: what does not fit is still shown.</param>
    /// <param name="extent">Whether they are all of it: decides what the absence of an event means.</param>
    /// <param name="asOf">When they were read, by the service's clock: distinguishes a call in progress from one whose end is not recorded.</param>
    public static CallSession Read(IReadOnlyCollection<CallEvent> events, SessionExtent extent = SessionExtent.Unknown, DateTimeOffset? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        var marks = MarkReader.Read(events);
        var lanes = marks.GroupBy(mark => mark.Event.LegId ?? "", StringComparer.OrdinalIgnoreCase)
            .Select(lane => LegReader.Read(lane.Key, [.. lane]))
            .ToList();
        var legs = LegRelationFinder.Read([.. lanes.Where(leg => leg.LegId.Length > 0)
            .OrderBy(leg => leg.Start ?? DateTimeOffset.MaxValue).ThenBy(leg => leg.LegId, StringComparer.OrdinalIgnoreCase)]);
        var legless = lanes.Find(leg => leg.LegId.Length == 0);
        var sessionId = SessionIdOf(events);
        var timed = marks.Where(mark => mark.At is not null).ToList();
        var main = legs.FirstOrDefault(leg => leg.Direction == LegDirection.Incoming) ?? (legs.Count > 0 ? legs[0] : CallWithoutLegIds(legless));
        var status = CallStatusReader.Read(main, marks, extent, asOf);
        var age = status is CallStatus.InProgress ? asOf - timed[0].At : null;
        var refusals = Refusal.Read(legless is null ? legs : legs.Append(legless));

        return new CallSession
        {
            SessionId = sessionId,
            Legs = legs,
            Legless = legless,
            Marks = marks,
            Start = timed.Count > 0 ? timed[0].At : null,
            LastSeen = timed.Count > 0 ? timed[^1].At : null,
            End = legs.Count > 0 && legs.All(leg => leg.End is not null) ? legs.Max(leg => leg.End) : null,
            Status = status,
            Age = age,
            AsOf = asOf,
            Extent = extent,
            Linked = SessionLinks.Read(sessionId, marks),
            Flags = SessionFlagReader.Read(legs, legless, refusals, status, extent, asOf),
            Outcome = OutcomeReader.Read(main, legs, marks, refusals, status, age),
            Timings = TimingsReader.Read(legs, legless),
            Refusals = refusals,
            Effects = EffectsReader.Read(legs, legless, extent, asOf),
        };
    }

    /// <summary>The lane of events without a leg, where it is a call that was hung up, and no more than one.</summary>
    private static Leg? CallWithoutLegIds(Leg? legless) =>
        legless is { Hangup: not null } && legless.AllMarks.Count(mark => mark.Key == EventKeys.HungUp) == 1 && legless.AllMarks.Count(mark => mark.Key == EventKeys.Initiated) <= 1
            ? legless with { Direction = LegReader.DirectionOf(legless.Marks) }
            : null;

    private static string? SessionIdOf(IEnumerable<CallEvent> events) => events
        .Where(callEvent => callEvent.SessionId is not null)
        .GroupBy(callEvent => callEvent.SessionId!, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
        .Select(group => group.Select(callEvent => callEvent.SessionId).Min(StringComparer.Ordinal))
        .FirstOrDefault();
}
