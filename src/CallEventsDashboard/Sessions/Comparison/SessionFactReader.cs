using System.Globalization;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions.Comparison;

/// <summary>The facts by which two calls are told apart: parties, how they ended, how long things took, what failed, and the phases of each leg.</summary>
internal static class SessionFactReader
{
    /// <returns>Those that at least one of them has.</returns>
    public static IEnumerable<ComparedFact> Read(CallSession first, CallSession second) =>
        Facts(first, second).Concat(Phases(first, second)).Where(fact => fact.First is not null || fact.Second is not null);

    private static IEnumerable<ComparedFact> Facts(CallSession first, CallSession second)
    {
        ComparedFact Text(string name, Func<CallSession, string?> read) => new(name, read(first), read(second));
        ComparedFact Count(string name, Func<CallSession, int> read) => Number(name, read(first), read(second));
        ComparedFact Length(string name, Func<CallSession, TimeSpan?> read) => Measure(name, read(first), read(second));

        yield return Text("Why it ended", session => HangupText.WithoutTargets(session.Outcome.Text, session.Legs));
        yield return Text("Cause", session => session.Outcome.Deciding?.Cause);
        yield return Text("Hung up by", session => session.Outcome.Deciding?.Source);
        yield return Text("SIP code", session => session.Outcome.Deciding?.Sip);
        yield return Text("Direction", session => MainLeg(session)?.Direction is { } direction and not LegDirection.Unknown ? direction.ToString().ToLowerInvariant() : null);
        yield return Text("From", session => MainLeg(session)?.From) with { IsParty = true };
        yield return Text("To", session => MainLeg(session)?.To) with { IsParty = true };
        yield return Text("Transferred to", Targets) with { IsParty = true };
        yield return Text("Connection", session => Each(session, mark => mark.Event.ConnectionId));
        yield return Text("Product", session => Each(session, mark => mark.Event.Product));
        yield return Length("Duration", session => session.Timings.Total);
        yield return Length("Ringing", session => Some(session.Timings.Ringing));
        yield return Length("Talk", session => Some(session.Timings.Talk));
        yield return Length("Hold", session => Some(session.Timings.Hold));
        yield return Length("Your app's response time, median", session => session.Timings.MedianResponseTime);
        yield return Length("Your app's response time, slowest", session => session.Timings.ResponseTimes is [var slowest, ..] ? slowest.Elapsed : null);
        yield return Count("Legs", session => session.Legs.Count);
        yield return Count("Events", session => session.EventCount);
        yield return Count("Refused commands", session => session.Refusals.Count);
        yield return Count("Failed webhooks", session => session.Marks.Count(mark => mark is { IsWebhook: true, IsFailed: true }));
        yield return Count("Missing webhooks", session => session.Effects.Sum(effects => effects.Missing.Count));
    }

    private static IEnumerable<ComparedFact> Phases(CallSession first, CallSession second)
    {
        for (var leg = 0; leg < Math.Max(first.Legs.Count, second.Legs.Count); leg++)
        {
            var (one, other) = (first.Legs.ElementAtOrDefault(leg), second.Legs.ElementAtOrDefault(leg));
            foreach (var kind in new[] { one, other }.SelectMany(each => each?.Phases ?? []).Select(phase => phase.Kind).Distinct())
                yield return Measure($"Leg {Letters.Format(leg)}: {kind.Name()}", In(one, kind), In(other, kind));
        }
    }

    private static TimeSpan? In(Leg? leg, PhaseKind kind) =>
        leg?.Phases.Where(phase => phase.Kind == kind).Select(phase => phase.Duration).OfType<TimeSpan>().ToList() is { Count: > 0 } lengths ? lengths.Aggregate(TimeSpan.Zero, (sum, length) => sum + length) : null;

    private static string? Targets(CallSession session) =>
        session.Legs.Where(leg => leg.Relation?.Kind is LegRelationKind.Transfer).Select(leg => leg.To).OfType<string>().Where(to => to.Length > 0).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } targets ? string.Join(", ", targets) : null;

    private static Leg? MainLeg(CallSession session) => session.Legs.FirstOrDefault(leg => leg.Direction == LegDirection.Incoming) ?? session.Lanes.FirstOrDefault();

    private static TimeSpan? Some(TimeSpan length) => length > TimeSpan.Zero ? length : null;

    private static string? Each(CallSession session, Func<Mark, string?> read) =>
        session.Marks.Select(read).OfType<string>().Distinct(StringComparer.Ordinal).Take(3).ToList() is { Count: > 0 } values ? string.Join(", ", values) : null;

    // What neither has is no fact.
    private static ComparedFact Number(string name, int first, int second) => new(name, first + second == 0 ? null : Write(first), first + second == 0 ? null : Write(second))
    {
        Difference = first == second ? null : (second - first).ToString("+#,0;−#,0", CultureInfo.InvariantCulture),
    };

    private static string Write(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static ComparedFact Measure(string name, TimeSpan? first, TimeSpan? second) => new(name, Write(first), Write(second))
    {
        AlwaysDiffers = true,
        Difference = second - first is { } more && more != TimeSpan.Zero ? $"{(more > TimeSpan.Zero ? "+" : "−")}{DurationText.Format(more.Duration())}" : null,
    };

    private static string? Write(TimeSpan? length) => length is { } known ? DurationText.Format(known) : null;
}
