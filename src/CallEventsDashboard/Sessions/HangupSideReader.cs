namespace CallEventsDashboard.Sessions;

internal static class HangupSideReader
{
    public static HangupSide Read(Leg leg) => (leg.Direction, leg.Hangup?.Source) switch
    {
        (LegDirection.Incoming, "caller") or (LegDirection.Outgoing, "callee") => HangupSide.FarEnd,
        (LegDirection.Incoming, "callee") or (LegDirection.Outgoing, "caller") => HangupSide.OwnEnd,
        _ => HangupSide.Unknown,
    };
}
