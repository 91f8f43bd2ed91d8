namespace CallEventsDashboard.Auditing;

/// <summary>One line of the audit. It holds ids and the names of parameters: never a phone number, a value, or anything of a key.</summary>
/// <param name="User">The pseudonym of a person, as the switch <c>--pseudonym</c> tells it; <c>nobody</c> where nobody is known.</param>
/// <param name="Address">The address of the browser; <c>-</c> where it is not known.</param>
/// <param name="Session">A hash of the session; <c>-</c> where there is none.</param>
/// <param name="Subject">What it was done to; may be empty.</param>
internal sealed record AuditEntry(string Action, string User, DateTimeOffset At, string Address, string Session, string Subject);
