using System.Globalization;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Sessions;

/// <summary>What was made of a session, as text that can be compared.</summary>
internal static class SessionText
{
    /// <summary>Kind, start and end of each phase, in seconds from the session's start: <c>ringing 0-1.5</c>; an open one has no end.</summary>
    public static IEnumerable<string> Phases(CallSession session, string leg) =>
        session.Lanes.Single(lane => lane.LegId == leg).Phases.Select(phase => $"{phase.Kind.Name()} {Seconds(session, phase.Start)}-{Seconds(session, phase.End)}");

    /// <summary>Everything that a page shows of it.</summary>
    public static string Whole(CallSession session) => string.Join('\n',
    [
        SessionReport.Text(session, InstantFormat.Utc),
        MermaidLadder.Write(Ladder.Create(session)),
        .. session.Lanes.SelectMany(lane => lane.Relations, (lane, relation) => $"{lane.LegId} {relation.Kind} {relation.Evidence.Fingerprint} {relation.OtherLegId}"),
        .. session.Lanes.SelectMany(lane => lane.Phases, (lane, phase) => $"{lane.LegId} {phase.Kind} {phase.StartEvent.Fingerprint} {phase.EndEvent?.Fingerprint}"),
        .. session.Marks.Select(mark => $"{mark.Order} {string.Join(',', mark.Attempts.Select(attempt => attempt.Fingerprint))}"),
        .. session.Outcome.Clauses.Select(clause => $"{clause.Text} {clause.Evidence?.Fingerprint}"),
        .. session.Timings.ResponseTimes.Select(time => $"{time.Webhook.Fingerprint} {time.Command.Fingerprint} {time.Elapsed}"),
        .. session.Effects.SelectMany(effects => effects.Effects, (effects, effect) => $"{effects.Command.Fingerprint} {effect.Webhook.Fingerprint}"),
        .. session.Flags.Select(flag => $"{flag.Text} {string.Join(',', flag.Evidence.Select(mark => mark.Fingerprint))}"),
    ]);

    private static string Seconds(CallSession session, DateTimeOffset? at) => (at - session.Start)?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) ?? "";
}
