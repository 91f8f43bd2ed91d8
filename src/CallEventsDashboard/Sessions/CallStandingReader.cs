namespace CallEventsDashboard.Sessions;

/// <summary>Tells a call that is under way from one whose end is not recorded.</summary>
internal static class CallStandingReader
{
    private const string Cost = "call.cost";

    /// <summary>The longest time without an event of a call that still counts as under way: the default of Telnyx's <c>time_limit_secs</c>, after which a leg is ended.</summary>
    public static TimeSpan LongestSilence { get; } = TimeSpan.FromHours(4);

    /// <param name="main">The leg by which a call is judged; null where the session has none.</param>
    /// <param name="marks">All marks of the session, by time.</param>
    /// <param name="asOf">When the session was read; null while that is not known.</param>
    public static CallStanding Read(Leg? main, IReadOnlyList<Mark> marks, SessionExtent extent, DateTimeOffset? asOf)
    {
        if (main is not { Hangup: null } || extent is not SessionExtent.Whole || asOf is not { } now || marks.All(mark => mark.IsRefused))
            return CallStanding.Unknown;
        // A call is billed when it is over.
        return marks.LastOrDefault(mark => mark.At is not null) is { At: { } last } && now - last <= LongestSilence && !marks.Any(mark => mark.Key == Cost)
            ? CallStanding.InProgress
            : CallStanding.NoHangup;
    }
}
