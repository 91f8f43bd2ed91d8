using System.Globalization;
using System.Text;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>The call as plain text, for a support ticket.</summary>
public static class SessionReport
{
    private const string At = "yyyy-MM-dd HH:mm:ss.ffffff'Z'";

    /// <summary>Lines end in a line feed; times are UTC. It holds ids, names, causes and times, and no payloads.</summary>
    /// <param name="masked">Numbers and SIP addresses are replaced by letters that stay the same within the report.</param>
    public static string Text(CallSession session, bool masked)
    {
        ArgumentNullException.ThrowIfNull(session);
        var mask = new NumberMask(masked);
        var text = new StringBuilder();
        Line(text, $"Call session {PlainLine.Format(session.SessionId ?? "without an id")}");
        Line(text, $"{Instant(session.Start)} to {Instant(session.End)} · {session.Legs.Count} {(session.Legs.Count == 1 ? "leg" : "legs")} · {session.EventCount} events{Extent(session.Extent)}");
        Line(text, $"Outcome: {session.Outcome.Text}");
        if (session.Outcome.Deciding is { } hangup)
            Line(text, $"Hang-up: cause {Raw(hangup.Cause)}, source {Raw(hangup.Source)}, SIP {hangup.Sip ?? "not given"}");
        foreach (var flag in session.Flags)
            Line(text, $"Note: {flag.Text}{(flag.LegId.Length > 0 ? $" (leg {PlainLine.Format(flag.LegId)})" : "")}");
        foreach (var leg in session.Lanes)
            Leg(text, leg, mask);
        Events(text, session);
        return text.ToString();
    }

    private static void Leg(StringBuilder text, Leg leg, NumberMask mask)
    {
        text.Append('\n');
        if (leg.LegId.Length == 0)
        {
            Line(text, $"Events without a leg");
        }
        else
        {
            var relation = leg.Relation is { } origin ? $" ({origin.Kind.ToString().ToLowerInvariant()})" : "";
            Line(text, $"Leg {PlainLine.Format(leg.LegId)}: {leg.Direction.ToString().ToLowerInvariant()}{relation}, {mask.Mask(leg.From)} to {mask.Mask(leg.To)}");
        }

        foreach (var phase in leg.Phases)
            Line(text, $"  {phase.Kind.Name(),-17} {Instant(phase.Start)}  {(phase.Duration is { } length ? DurationText.Format(length) : "end not seen")}{(phase.IsDerived ? ", derived" : "")}");
    }

    private static void Events(StringBuilder text, CallSession session)
    {
        text.Append("\nEvents\n");
        var lanes = session.Lanes.SelectMany(leg => leg.AllMarks, (leg, mark) => (leg.LegId, mark)).OrderBy(row => row.mark.Order);
        var number = session.Legs.Select((leg, index) => (leg.LegId, index)).ToDictionary(pair => pair.LegId, pair => pair.index + 1, StringComparer.Ordinal);
        DateTimeOffset? previous = null;
        foreach (var (legId, mark) in lanes)
        {
            var delta = mark.At - previous is { } since ? $"+{DurationText.Format(since)}" : "";
            var lane = number.TryGetValue(legId, out var leg) ? string.Create(CultureInfo.InvariantCulture, $"leg {leg}") : "no leg";
            var attempts = mark.Attempts.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", {mark.Attempts.Count} attempts") : "";
            Line(text, $"{Instant(mark.At)}  {delta,-12} {lane,-7} {mark.Kind.ToString().ToLowerInvariant(),-8} {PlainLine.Format(mark.Name)}{attempts}{Failure(mark)}");
            previous = mark.At ?? previous;
        }
    }

    private static string Failure(Mark mark) => mark switch
    {
        { IsRefused: true } => $", refused{(Refusal.ReasonOf(mark) is { } reason ? $": {reason}" : "")}",
        { IsFailed: true } => ", failed",
        _ => "",
    };

    private static string Extent(SessionExtent extent) => extent switch
    {
        SessionExtent.Whole => "",
        SessionExtent.NotRead => " · not read whole",
        SessionExtent.OutsideWindow => " · part of it lies outside the window",
        _ => " · perhaps not whole",
    };

    private static string Raw(string? value) => value is null ? "not given" : PlainLine.Format(value);

    private static string Instant(DateTimeOffset? at) => at?.ToUniversalTime().ToString(At, CultureInfo.InvariantCulture) ?? "not seen";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
