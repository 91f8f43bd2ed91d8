namespace CallEventsDashboard.Sessions;

/// <param name="Expected">What should have come.</param>
/// <param name="Reason">Why it may not have been seen.</param>
/// <param name="HungUp">The hang-up of the leg after the command; null when there was none. It may explain the absence, and does not prove it.</param>
public sealed record MissingEffect(ExpectedWebhook Expected, MissingReason Reason, Mark? HungUp);
