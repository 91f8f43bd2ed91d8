namespace CallEventsDashboard.Sessions;

internal static class LastCommand
{
    /// <summary>Commands take effect within this time, or their call is over for another reason.</summary>
    private static readonly TimeSpan Effect = TimeSpan.FromSeconds(5);

    public static Mark? Find(Leg leg) => leg.Marks.LastOrDefault(mark => mark.IsCommand && mark.At is not null);

    /// <summary>The accepted command that hung the leg up; null when there is none just before the hang-up.</summary>
    public static Mark? HangupOf(Leg leg) => leg.Hangup is not { Mark.At: { } end } ? null : leg.Marks.LastOrDefault(mark =>
        mark is { IsCommand: true, IsFailed: false, Key: EventKeys.HangUp or EventKeys.Reject } && end - mark.At <= Effect);
}
