namespace CallEventsDashboard.Telnyx;

/// <summary>Whether a record says that a call, or a fax, failed.</summary>
public static class CallFailure
{
    /// <summary>True of a hang-up whose cause is not a normal end, and of one without a cause whose SIP code is a failure's; of a fax that failed.</summary>
    /// <remarks>That a caller gave up before an answer is a normal end.</remarks>
    public static bool IsReported(CallEvent callEvent)
    {
        var name = callEvent.Name.Replace('_', '.');
        if (callEvent.IsCommand)
            return false;
        if (name.Equals("fax.failed", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!name.Equals("call.hangup", StringComparison.OrdinalIgnoreCase))
            return false;
        var payload = CallEventBody.Payload(callEvent);
        return payload.Text("hangup_cause") switch
        {
            "normal_clearing" or "originator_cancel" => false,
            null or "unspecified" => SipCode.Parse(payload.Text("sip_hangup_cause")) is ['3' or '4' or '5' or '6', ..],
            _ => true,
        };
    }
}
