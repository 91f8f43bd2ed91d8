using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.Auditing;

/// <summary>The audit of signing in and out.</summary>
internal sealed class SignInAudit(AuditTrail trail, AuditTally tally) : ISignInJournal
{
    public void Note(HttpContext context, SignInEvent happened)
    {
        // Anybody may cause a refusal; only who is known is one of a few.
        if (happened.Person is null)
            tally.Count(happened.Action, context, happened.Detail);
        else
            trail.Write(happened.Action, happened.Person, happened.SessionId, context, happened.Detail);
    }
}
