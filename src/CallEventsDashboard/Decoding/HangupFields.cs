using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>Why a leg ended, in no more words than <c>hangup_cause</c>, <c>hangup_source</c> and <c>sip_hangup_cause</c> bear out.</summary>
public static class HangupFields
{
    public static KnownField? Reason(JsonElement payload)
    {
        var cause = payload.Text("hangup_cause");
        var source = payload.Text("hangup_source");
        var sip = SipCode.Parse(payload.Text("sip_hangup_cause"));
        var sipWords = SipCodeText.Words(sip);
        if (cause is null && sip is null)
            return null;

        // "unspecified" says less than the SIP code of a failure does; a code of success says nothing of the end.
        var words = Words(cause, source) ?? (sip is ['3' or '4' or '5' or '6', ..] ? sipWords?.ToLowerInvariant() : null);
        var parts = new[] { cause, source is "caller" or "callee" ? source : null, sip is null ? null : sipWords is null ? $"SIP {sip}" : $"SIP {sip} {sipWords}" };
        // On a leg that the application dialled, the caller is the application's side.
        var hint = cause == "normal_clearing" && source is ("caller" or "callee") ? $"{source} as seen from this leg" : null;
        return new KnownField("Ended because", string.Join(" · ", parts.OfType<string>()), words, hint);
    }

    /// <summary>The cause in words; null where it is missing, unspecified or not known.</summary>
    public static string? Words(string? cause, string? source) => (cause, source) switch
    {
        ("normal_clearing", "caller") => "the caller hung up",
        ("normal_clearing", "callee") => "the callee hung up",
        ("normal_clearing", _) => "the call was hung up normally",
        ("call_rejected", "callee") => "the callee rejected the call",
        ("call_rejected", _) => "the call was rejected",
        ("originator_cancel", _) => "the caller gave up before an answer",
        ("user_busy", _) => "the callee was busy",
        ("no_answer", _) => "nobody answered",
        ("timeout", _) => "the time to answer ran out",
        ("time_limit", _) => "the call reached its time limit",
        ("not_found", _) => "the number or address was not found",
        _ => null,
    };
}
