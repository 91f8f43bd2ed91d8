namespace CallEventsDashboard.Sessions;

/// <summary>How long your application took: from the delivery of a webhook to the command that answered it.</summary>
/// <param name="LegId">The leg of the command; the webhook may be another's.</param>
/// <param name="Webhook">The webhook.</param>
/// <param name="Command">The command.</param>
/// <param name="Elapsed">From the first attempt that was delivered, at most 10 s.</param>
/// <remarks>Measured at Telnyx, so the network's time both ways is in it. Of several webhooks before a command, the last counts.</remarks>
public sealed record ResponseTime(string LegId, Mark Webhook, Mark Command, TimeSpan Elapsed);
