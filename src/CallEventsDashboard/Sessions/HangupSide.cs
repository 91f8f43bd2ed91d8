namespace CallEventsDashboard.Sessions;

/// <summary>Who hung up, seen from your application.</summary>
internal enum HangupSide
{
    Unknown,

    /// <summary>The one at the other end of the leg: who called in, or who was called.</summary>
    FarEnd,

    /// <summary>Your application, Telnyx on its behalf, or what the leg was joined to.</summary>
    OwnEnd,
}

internal static class Side
{
    public static HangupSide Of(Leg leg) => (leg.Direction, leg.Hangup?.Source) switch
    {
        (LegDirection.Incoming, "caller") or (LegDirection.Outgoing, "callee") => HangupSide.FarEnd,
        (LegDirection.Incoming, "callee") or (LegDirection.Outgoing, "caller") => HangupSide.OwnEnd,
        _ => HangupSide.Unknown,
    };
}

internal static class LastCommand
{
    /// <summary>Commands take effect within this time, or their call is over for another reason.</summary>
    private static readonly TimeSpan Effect = TimeSpan.FromSeconds(5);

    public static Mark? Of(Leg leg) => leg.Marks.LastOrDefault(mark => mark.IsCommand && mark.At is not null);

    /// <summary>The accepted command that hung the leg up; null when there is none just before the hang-up.</summary>
    public static Mark? HangupOf(Leg leg) => leg.Hangup is not { Mark.At: { } end } ? null : leg.Marks.LastOrDefault(mark =>
        mark is { IsCommand: true, IsFailed: false, Key: EventKeys.HangUp or EventKeys.Reject } && end - mark.At <= Effect);
}
