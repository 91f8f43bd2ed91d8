namespace CallEventsDashboard.Sessions;

/// <param name="Latency">From the command; the network's time to your application is not in it. Negative where another leg's clock, which may differ, stamped the webhook.</param>
public sealed record Effect(Mark Webhook, TimeSpan Latency, bool IsPromised);
