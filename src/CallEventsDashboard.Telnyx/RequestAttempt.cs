namespace CallEventsDashboard.Telnyx;

/// <summary>An attempt that failed and is to be followed by another: what a page says while it waits.</summary>
/// <param name="Next">The number of the attempt to come, from 2.</param>
/// <param name="Of">How many attempts there are in all.</param>
/// <param name="Wait">How long until it starts.</param>
/// <param name="Reason">Why the last one failed.</param>
public sealed record RequestAttempt(int Next, int Of, TimeSpan Wait, TelnyxException Reason);
