using CallEventsDashboard.Decoding;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The facts of a session for its row. It keeps no event, so that those can be dropped once it is made.</summary>
public sealed record SessionFacts
{
    public DateTimeOffset? Start { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public LegDirection Direction { get; init; }

    /// <summary>As its records say, else as its events show: <c>call_control</c>, <c>texml</c> or <c>fax</c>; null when they don't.</summary>
    public string? Product { get; init; }

    /// <summary>Of the first event that names one.</summary>
    public string? ConnectionId { get; init; }

    public int Legs { get; init; }

    public int Events { get; init; }

    /// <summary>Attempts to deliver a webhook that failed.</summary>
    public int FailedDeliveries { get; init; }

    /// <summary>Commands that Telnyx refused.</summary>
    public int RefusedCommands { get; init; }

    /// <summary>The code of the first error of the first of them; empty where it gives none.</summary>
    public string RefusedCode { get; init; } = "";

    /// <summary>From the first event to the last hang-up; of a call under way, until it was read; where no end was seen, to the last event.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How the call stands, where no hang-up of it was seen.</summary>
    public CallStatus Status { get; init; }

    /// <summary>Whether every leg was seen to end.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The calls that the log leaves open; none where not all was read.</summary>
    public OpenCalls Open { get; init; } = OpenCalls.None;

    /// <summary>Why it ended, in a few words.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The same in whole sentences.</summary>
    public string OutcomeText { get; init; } = "";

    public OutcomeTone Tone { get; init; }

    public MiniTimeline Timeline { get; init; } = MiniTimeline.Empty;

    /// <summary>The time of the last event.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>What goes into averages over many sessions; null where not all was read.</summary>
    public CallFigures? Figures { get; init; }

    /// <param name="events">Those events of the session that were read.</param>
    /// <param name="asOf">When they were read, by the service's clock.</param>
    public static SessionFacts Create(IReadOnlyList<CallEvent> events, SessionExtent extent, DateTimeOffset? asOf = null)
    {
        var session = SessionReader.Read(events, extent, asOf);
        var main = session.Legs.FirstOrDefault(leg => leg.Direction is LegDirection.Incoming) ?? session.Lanes.FirstOrDefault();
        return new SessionFacts
        {
            Start = session.Start,
            From = main?.From,
            To = main?.To,
            Direction = main?.Direction ?? LegDirection.Unknown,
            Product = events.Select(row => row.Product).FirstOrDefault(product => product is { Length: > 0 }) ?? ShownProduct(events),
            ConnectionId = events.Select(row => row.ConnectionId).FirstOrDefault(id => id is { Length: > 0 }),
            Legs = session.Legs.Count,
            Events = events.Count,
            FailedDeliveries = session.Marks.Where(mark => mark.IsWebhook).Sum(mark => mark.FailedAttempts),
            RefusedCommands = session.Refusals.Count,
            RefusedCode = session.Refusals is [var first, ..] ? ErrorText.Code(first.Command.Event) : "",
            Duration = session.Timings.Total ?? session.Age ?? session.LastSeen - session.Start,
            Status = session.Status,
            Open = extent is SessionExtent.Whole ? OpenCalls.Find(session, asOf) : OpenCalls.None,
            HasEnded = session.Timings.Total is not null,
            Outcome = ShortOutcome(session),
            OutcomeText = session.Outcome.Text,
            Tone = OutcomeToneReader.From(session),
            Timeline = MiniTimeline.Create(session),
            LastSeen = session.LastSeen,
            Figures = extent is SessionExtent.Whole ? CallFigures.Read(session) : null,
        };
    }

    // Without a hang-up the first clause is a long sentence about evidence, unless it is the end of what has no leg.
    private static string ShortOutcome(CallSession session) =>
        session.Status is not CallStatus.Unknown && !session.Outcome.IsDecided ? session.Outcome.Clauses[0].Text
        : session.Outcome is { IsDecided: false, Clauses: [{ IsOfNoEnd: true }, ..] } ? "End not seen" : session.Outcome.Clauses[0].Text;

    // Only instructions of a document, only faxes, and only commands of an application look like this.
    private static string? ShownProduct(IReadOnlyList<CallEvent> events) =>
        events.Any(row => row.Type.Equals("call_scripting_webhook", StringComparison.OrdinalIgnoreCase)) ? "texml"
        : events.Any(row => row.Name.StartsWith("fax.", StringComparison.OrdinalIgnoreCase)) ? "fax"
        : events.Any(row => row.IsCommand) ? "call_control"
        : null;
}
