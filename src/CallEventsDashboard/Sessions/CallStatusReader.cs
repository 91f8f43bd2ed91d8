namespace CallEventsDashboard.Sessions;

/// <summary>Distinguishes a call in progress from one whose end is not recorded.</summary>
internal static class CallStatusReader
{
    private const string Cost = "call.cost";

    /// <summary>The longest time without an event of a call that still counts as under way: the default of Telnyx's <c>time_limit_secs</c>, after which a leg is ended.</summary>
    public static TimeSpan LongestSilence { get; } = TimeSpan.FromHours(4);

    /// <param name="main">The leg by which a call is judged; null where the session has none.</param>
    /// <param name="marks">All marks of the session, by time.</param>
    /// <param name="asOf">When the session was read; null while that is not known.</param>
    public static CallStatus Read(Leg? main, IReadOnlyList<Mark> marks, SessionExtent extent, DateTimeOffset? asOf)
    {
        if (main is not { Hangup: null } || extent is not SessionExtent.Whole || asOf is not { } now || marks.All(mark => mark.IsRefused))
            return CallStatus.Unknown;
        // A call is billed when it is over.
        return marks.LastOrDefault(mark => mark.At is not null) is { At: { } last } && now - last <= LongestSilence && !marks.Any(mark => mark.Key == Cost)
            ? CallStatus.InProgress
            : CallStatus.NoHangup;
    }
}
