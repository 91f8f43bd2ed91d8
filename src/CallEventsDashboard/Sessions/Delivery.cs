namespace CallEventsDashboard.Sessions;

/// <summary>The deliveries of a webhook that did not arrive at once.</summary>
/// <param name="LegId">Empty for a webhook without a leg.</param>
/// <param name="Webhook">The webhook; its attempts are in it.</param>
/// <param name="NextCommand">The next command on that leg; null when the application said no more.</param>
/// <param name="Next">The next mark of any kind on that leg.</param>
public sealed record Delivery(string LegId, Mark Webhook, Mark? NextCommand, Mark? Next)
{
    public bool IsDelivered => !Webhook.IsFailed;

    /// <summary>Whether it was delivered more than once, and never failed.</summary>
    public bool IsRepeated => Webhook is { Attempts.Count: > 1, FailedAttempts: 0, LacksAttempts: false };
}
