using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>What a page says of a session, sentence by sentence, each with the events that it names.</summary>
internal sealed record SessionClaim(string Text, IReadOnlyList<Mark> Evidence)
{
    public static IReadOnlyList<SessionClaim> Of(CallSession session) =>
    [
        .. session.Outcome.Clauses.Select(clause => new SessionClaim(clause.Text, Marks(clause.Evidence))),
        .. session.Flags.Select(flag => new SessionClaim($"{flag.LegId} {flag.Text}", flag.Evidence)),
        .. session.Refusals.Select(refusal => new SessionClaim($"refused {refusal.Race}", Marks(refusal.Command, refusal.HungUp))),
        .. session.Timings.ResponseTimes.Select(time => new SessionClaim($"answered in {time.Elapsed}", [time.Webhook, time.Command])),
        .. session.Timings.Deliveries.Select(delivery => new SessionClaim("delivery", Marks(delivery.Webhook, delivery.NextCommand ?? delivery.Next))),
        .. session.Effects.SelectMany(effects => effects.Effects, (effects, effect) => new SessionClaim($"caused after {effect.Latency}", [effects.Command, effect.Webhook])),
        .. session.Effects.SelectMany(effects => effects.Missing, (effects, missing) => new SessionClaim($"{missing.Expected.Name} {missing.Reason}", Marks(effects.Command, missing.HungUp))),
        .. session.Lanes.SelectMany(lane => lane.Phases, (lane, phase) => new SessionClaim($"{lane.LegId} {phase.Kind} {phase.Duration}", Marks(phase.StartEvent, phase.EndEvent))),
        .. session.Lanes.SelectMany(lane => lane.Relations, (lane, relation) => new SessionClaim($"{lane.LegId} {relation.Kind} {relation.OtherLegId}", [relation.Evidence])),
    ];

    /// <summary>Fails unless each claim names events that are in the session, and is another or gone without any of them.</summary>
    public static void AreBorneOut(IReadOnlyList<CallEvent> events, Func<IReadOnlyList<CallEvent>, CallSession> read)
    {
        if (events.Count == 0)
            return;
        var session = read(events);
        var records = events.ToHashSet<CallEvent>(ReferenceEqualityComparer.Instance);
        var without = new Dictionary<int, HashSet<string>>();
        foreach (var claim in Of(session))
        {
            Assert.True(claim.Evidence.Count > 0, $"No event is named for: {claim.Text}");
            Assert.All(claim.Evidence, mark => Assert.All(mark.Attempts, attempt => Assert.Contains(attempt, records)));
            foreach (var mark in claim.Evidence)
            {
                if (!without.TryGetValue(mark.Order, out var others))
                    without[mark.Order] = others = [.. Of(read([.. events.Where(record => !mark.Attempts.Contains(record, ReferenceEqualityComparer.Instance))])).Select(other => other.Identity)];
                Assert.False(others.Contains(claim.Identity), $"Without {mark.Name} it still says: {claim.Text}");
            }
        }
    }

    private string Identity => $"{Text} {string.Join(' ', Evidence.Select(mark => mark.Fingerprint))}";

    private static List<Mark> Marks(params Mark?[] marks) => [.. marks.OfType<Mark>()];
}
