using System.Globalization;
using System.Text;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>The call as plain text, for a support ticket.</summary>
public static class SessionReport
{
    /// <summary>Lines end in a line feed. It holds ids, names, numbers, causes and times, and no payloads.</summary>
    /// <param name="session">Of masked events where numbers are not to be shown.</param>
    /// <param name="nameOf">The name of a connection by its ID, as it may be seen; null where it is not known.</param>
    public static string Text(CallSession session, InstantFormat instants, Func<string, string?>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        var text = new StringBuilder();
        Line(text, $"Call session {VisibleText.Word(session.SessionId ?? "without an id")}");
        Line(text, $"{Instant(session.Start, instants)} to {Instant(session.End, instants)} · {session.Legs.Count} {(session.Legs.Count == 1 ? "leg" : "legs")} · {session.EventCount} events{Extent(session.Extent)}");
        foreach (var id in session.Marks.Select(mark => mark.Event.ConnectionId).OfType<string>().Distinct(StringComparer.Ordinal))
            Line(text, $"Connection: {(nameOf?.Invoke(id) is { } name ? $"{VisibleText.Word(name)} " : "")}{VisibleText.Word(id)}");
        Line(text, $"Outcome: {session.Outcome.Text}");
        if (session.Outcome.Deciding is { } hangup)
            Line(text, $"Hang-up: cause {Raw(hangup.Cause)}, source {Raw(hangup.Source)}, SIP {hangup.Sip ?? "not given"}");
        foreach (var flag in session.Flags)
            Line(text, $"Note: {flag.Text}{(flag.LegId.Length > 0 ? $" (leg {VisibleText.Word(flag.LegId)})" : "")}");
        foreach (var leg in session.Lanes)
            Leg(text, leg, instants);
        Events(text, session, instants);
        return text.ToString();
    }

    private static void Leg(StringBuilder text, Leg leg, InstantFormat instants)
    {
        text.Append('\n');
        if (leg.LegId.Length == 0)
        {
            Line(text, $"Events without a leg");
        }
        else
        {
            var relation = leg.Relation is { } origin ? $" ({origin.Kind.ToString().ToLowerInvariant()})" : "";
            Line(text, $"Leg {VisibleText.Word(leg.LegId)}: {leg.Direction.ToString().ToLowerInvariant()}{relation}, {Number(leg.From)} to {Number(leg.To)}");
        }

        foreach (var phase in leg.Phases)
            Line(text, $"  {phase.Kind.Name(),-17} {Instant(phase.Start, instants)}  {(phase.Duration is { } length ? DurationText.Format(length) : "end not seen")}{(phase.IsDerived ? ", derived" : "")}");
    }

    private static void Events(StringBuilder text, CallSession session, InstantFormat instants)
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
            Line(text, $"{Instant(mark.At, instants)}  {delta,-12} {lane,-7} {mark.Kind.ToString().ToLowerInvariant(),-8} {VisibleText.Word(mark.Name)}{attempts}{Failure(mark)}");
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
        SessionExtent.NotRead => " · partly loaded",
        SessionExtent.OutsideWindow => " · partly outside the 24-hour window",
        _ => " · perhaps incomplete",
    };

    private static string Number(string? number) => number is null ? "unknown" : VisibleText.Word(number);

    private static string Raw(string? value) => value is null ? "not given" : VisibleText.Word(value);

    private static string Instant(DateTimeOffset? at, InstantFormat instants) => at is { } seen ? instants.Sortable(seen) : "not seen";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
