using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>The hang-up of a leg with what it says, raw.</summary>
/// <param name="Mark">The event.</param>
/// <param name="Cause"><c>hangup_cause</c>, such as <c>user_busy</c>.</param>
/// <param name="Source"><c>hangup_source</c>: <c>caller</c> or <c>callee</c> as seen from this leg, or <c>unknown</c>.</param>
/// <param name="Sip">the SIP code of <c>sip_hangup_cause</c>; null where that is none, such as <c>0</c> or <c>unspecified</c>.</param>
public sealed record Hangup(Mark Mark, string? Cause, string? Source, string? Sip)
{
    internal static Hangup From(Mark mark)
    {
        var payload = CallEventBody.Payload(mark.Event);
        return new Hangup(mark, payload.Text("hangup_cause"), payload.Text("hangup_source"), SipCode.Parse(payload.Text("sip_hangup_cause")));
    }
}
