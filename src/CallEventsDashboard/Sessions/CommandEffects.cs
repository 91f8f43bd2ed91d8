namespace CallEventsDashboard.Sessions;

/// <summary>A command with what it brought about.</summary>
/// <param name="LegId">Empty for a command without a leg.</param>
/// <param name="Command">The command.</param>
/// <param name="Effects">What the documentation connects with it and that came, by time. The connection is by name and order: no record names its cause.</param>
/// <param name="Missing">What the documentation promises and that was not seen.</param>
public sealed record CommandEffects(string LegId, Mark Command, IReadOnlyList<Effect> Effects, IReadOnlyList<MissingEffect> Missing);

/// <param name="Latency">From the command; the network's time to your application is not in it. Negative where another leg's clock, which may differ, stamped the webhook.</param>
public sealed record Effect(Mark Webhook, TimeSpan Latency, bool IsPromised);

/// <param name="Expected">What should have come.</param>
/// <param name="Reason">Why it may not have been seen.</param>
/// <param name="HungUp">The hang-up of the leg after the command; null when there was none. It may explain the absence, and does not prove it.</param>
public sealed record MissingEffect(ExpectedWebhook Expected, MissingReason Reason, Mark? HungUp);

/// <summary>Why an event is not there. The reasons are never mixed up; what can't be told is <see cref="Unknown"/>.</summary>
public enum MissingReason
{
    Unknown,

    /// <summary>It may lie outside the window that could be asked for.</summary>
    OutsideWindow,

    /// <summary>It may be in what was not read.</summary>
    NotRead,

    /// <summary>The session was read whole long enough after the command, and it is not there.</summary>
    Absent,

    /// <summary>The session was read so soon that it may still come.</summary>
    NotYet,
}
