using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

internal static class OutcomeToneReader
{
    public static OutcomeTone From(CallSession session) => session.Outcome switch
    {
        { Deciding: { } hangup } => OfCause(hangup.Cause, session.Lanes.Any(lane => lane.IsAnswered)),
        { Clauses: [{ IsOfNoEnd: true }, ..] } => OutcomeTone.Unknown,
        { Clauses: [{ Evidence: { Key: "fax.failed" } or { IsRefused: true } }, ..] } => OutcomeTone.Bad,
        { Clauses: [{ Evidence: not null }, ..] } => OutcomeTone.Ok,
        _ => OutcomeTone.Unknown,
    };

    private static OutcomeTone OfCause(string? cause, bool isAnswered) => cause switch
    {
        "normal_clearing" or null or "unspecified" => isAnswered ? OutcomeTone.Ok : OutcomeTone.Warn,
        "user_busy" or "no_answer" or "timeout" or "call_rejected" or "originator_cancel" or "time_limit" => OutcomeTone.Warn,
        _ => OutcomeTone.Bad,
    };
}
