namespace CallEventsDashboard.Sessions;

/// <summary>How long things took. A duration whose two ends were not both seen is null or left out of its sum.</summary>
public sealed record SessionTimings
{
    /// <summary>From the first event to the last hang-up; null unless every leg was seen to end.</summary>
    public TimeSpan? Total { get; init; }

    /// <summary>Time in which at least one leg rang, talked or was held.</summary>
    public TimeSpan Ringing { get; init; }

    public TimeSpan Talk { get; init; }

    public TimeSpan Hold { get; init; }

    /// <summary>In the order of the legs.</summary>
    public required IReadOnlyList<LegTimings> Legs { get; init; }

    /// <summary>The slowest first.</summary>
    public required IReadOnlyList<ThinkTime> ThinkTimes { get; init; }

    /// <summary>The middle one; of an even number the mean of the two in the middle; null when there is none.</summary>
    public TimeSpan? MedianThinkTime => ThinkTimes.Count == 0 ? null : (ThinkTimes[(ThinkTimes.Count - 1) / 2].Elapsed + ThinkTimes[ThinkTimes.Count / 2].Elapsed) / 2;

    /// <summary>Every webhook that was tried more than once or not delivered, by time.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }
}

/// <param name="LegId">The leg.</param>
/// <param name="SetUp">From <c>dial</c> to <c>call.initiated</c>; null for a leg that was not dialled.</param>
/// <param name="Ringing">To the answer or the hang-up; null when the leg was not seen to ring, or its end was not.</param>
/// <param name="Talk">Without hold.</param>
/// <param name="Hold">In all.</param>
public sealed record LegTimings(string LegId, TimeSpan? SetUp, TimeSpan? Ringing, TimeSpan Talk, TimeSpan Hold);

/// <summary>How long your application took: from the delivery of a webhook to the command that answered it.</summary>
/// <param name="LegId">The leg of the command; the webhook may be another's.</param>
/// <param name="Webhook">The webhook.</param>
/// <param name="Command">The command.</param>
/// <param name="Elapsed">From the first attempt that was delivered, at most 10 s.</param>
/// <remarks>Measured at Telnyx, so the network's time both ways is in it. Of several webhooks before a command, the last counts.</remarks>
public sealed record ThinkTime(string LegId, Mark Webhook, Mark Command, TimeSpan Elapsed);

/// <summary>What became of a webhook that did not arrive at once.</summary>
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
