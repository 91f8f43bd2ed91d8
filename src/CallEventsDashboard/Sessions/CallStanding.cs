namespace CallEventsDashboard.Sessions;

/// <summary>What can be said of a call whose hang-up was not seen.</summary>
public enum CallStanding
{
    /// <summary>It was hung up, or nothing can be said of it: not all of it was read, or it is no call.</summary>
    Unknown,

    /// <summary>It is under way: all of it was read, and it was heard of within <see cref="Standing.LongestSilence"/>.</summary>
    InProgress,

    /// <summary>All of it was read, it is long over, and its hang-up is not among its events.</summary>
    NoHangup,
}

internal static class Standing
{
    private const string Cost = "call.cost";

    /// <summary>Telnyx ends a leg four hours after its answer at the latest: who was silent for longer is no longer on the line.</summary>
    public static TimeSpan LongestSilence { get; } = TimeSpan.FromHours(4);

    /// <param name="main">The leg by which a call is judged; null where the session has none.</param>
    /// <param name="marks">All marks of the session, by time.</param>
    /// <param name="asOf">When the session was read; null while that is not known.</param>
    public static CallStanding Of(Leg? main, IReadOnlyList<Mark> marks, SessionExtent extent, DateTimeOffset? asOf)
    {
        if (main is not { Hangup: null } || extent is not SessionExtent.Whole || asOf is not { } now || marks.All(mark => mark.IsRefused))
            return CallStanding.Unknown;
        // A call is billed when it is over.
        return marks.LastOrDefault(mark => mark.At is not null) is { At: { } last } && now - last <= LongestSilence && !marks.Any(mark => mark.Key == Cost)
            ? CallStanding.InProgress
            : CallStanding.NoHangup;
    }
}
