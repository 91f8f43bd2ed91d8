using System.Net;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Whether a call is up whose hang-up the log does not have: Telnyx's answer in words.</summary>
internal static class CallStateText
{
    public static LiveCall? Call(NeighbourAnswer? answer) => answer is { State: NeighbourState.Answered, Records: [var record, ..] } ? LiveCall.Read(record) : null;

    /// <summary>Whether Telnyx says, or its answer implies, that the call is over: it forgets one ten minutes after its end, and then says so.</summary>
    public static bool IsOver(NeighbourAnswer answer) => Call(answer) is { IsAlive: false } or { IsAlive: null, EndedAt: not null } || HasForgotten(answer);

    /// <summary>As <c>data-alive</c> has it; null where Telnyx does not say.</summary>
    public static string? Alive(LiveCall? call) => call?.IsAlive switch { true => "true", false => "false", null => null };

    /// <param name="extent">How much was read of the session that has no hang-up of the call.</param>
    public static string Words(NeighbourAnswer answer, SessionExtent extent, InstantFormat instants) => (answer, Call(answer)) switch
    {
        (_, { IsAlive: true, StartedAt: { } since }) => $"Up since {instants.Near(since, answer.At)}{Age(answer.Clock - since)}, as of {instants.SecondsWithZone(answer.At)}",
        (_, { IsAlive: true }) => $"Up, as of {instants.SecondsWithZone(answer.At)}",
        (_, { EndedAt: { } end }) => $"Ended at {instants.Near(end, answer.At)}, says Telnyx; {AbsenceText.NoHangup(extent)}",
        (_, { IsAlive: false }) => $"Ended, says Telnyx; {AbsenceText.NoHangup(extent)}",
        ({ State: NeighbourState.NotPermitted }, _) => NeighbourText.Refused,
        ({ State: NeighbourState.NotYet }, _) => "Telnyx knows no call of this id, which says nothing of its end",
        _ when HasForgotten(answer) =>
            "Telnyx does not know this call any more: it keeps one for ten minutes after its end. When it ended is not said",
        _ => NeighbourText.Failure(answer, instants) ?? "Telnyx answered, but does not say whether the call is up",
    };

    // Within the second that the service's clock has, a call may begin after it.
    private static string? Age(TimeSpan age) => age >= TimeSpan.Zero ? $" ({DurationText.Format(age)})" : null;

    // Any other refusal is about the question, and says nothing of the call.
    private static bool HasForgotten(NeighbourAnswer answer) => answer.Failure is { StatusCode: HttpStatusCode.UnprocessableEntity, Code: Calls.EndedCode };
}
