using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Whether a call is up whose hang-up the log does not have: the question, and the answer in words.</summary>
internal static class CallStateText
{
    /// <summary>The first leg whose hang-up is not there, and the question about it; null where there is none, or its call is not named.</summary>
    public static (Leg Leg, ResourceRequest Request)? Question(CallSession session)
    {
        foreach (var leg in session.Legs.Where(leg => leg.Hangup is null))
        {
            var id = leg.AllMarks.Select(mark => CallEventBody.Payload(mark.Event).Text("call_control_id")).FirstOrDefault(id => id is not null);
            if (id is { Length: > 0 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-'))
                return (leg, Calls.OfCall(id));
        }

        return null;
    }

    public static LiveCall? Call(NeighbourAnswer? answer) => answer is { State: NeighbourState.Answered, Records: [var record, ..] } ? LiveCall.Read(record) : null;

    /// <summary>As <c>data-alive</c> has it; null where Telnyx does not say.</summary>
    public static string? Alive(LiveCall? call) => call?.IsAlive switch { true => "true", false => "false", null => null };

    public static string Words(NeighbourAnswer answer, InstantFormat instants) => (answer, Call(answer)) switch
    {
        (_, { IsAlive: true, StartedAt: { } since }) => $"Up since {instants.Near(since, answer.At)} ({DurationText.Format(answer.At - since)}), as of {instants.SecondsWithZone(answer.At)}",
        (_, { IsAlive: true }) => $"Up, as of {instants.SecondsWithZone(answer.At)}",
        (_, { EndedAt: { } end }) => $"Ended at {instants.Near(end, answer.At)}, says Telnyx; the log has no hang-up of it",
        (_, { IsAlive: false }) => "Ended, says Telnyx; the log has no hang-up of it",
        ({ State: NeighbourState.NotPermitted }, _) => "not permitted with this key",
        ({ State: NeighbourState.NotYet } or { Failure.Error: TelnyxError.InvalidRequest }, _) =>
            "Telnyx does not know this call any more: it keeps one for ten minutes after its end. When it ended is not said",
        _ => NeighbourText.Failure(answer) ?? "Telnyx answered, but does not say whether the call is up",
    };
}
