namespace CallEventsDashboard.Components.Sessions.List;

internal static class BarScaleLength
{
    // Round lengths, so that the scale stays as it is while sessions of about the same length come into view.
    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 10, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)), .. new[] { 1, 2, 5, 10, 20, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 4, 8, 12, 24 }.Select(hours => TimeSpan.FromHours(hours)),
    ];

    /// <returns>Null where each has its own length.</returns>
    public static TimeSpan? LengthOf(BarScale scale, IEnumerable<MiniTimeline> inView) => scale switch
    {
        BarScale.TenSeconds => TimeSpan.FromSeconds(10),
        BarScale.Minute => TimeSpan.FromMinutes(1),
        BarScale.TenMinutes => TimeSpan.FromMinutes(10),
        BarScale.Own => null,
        _ => RoundUp(inView.Select(timeline => timeline.Length).DefaultIfEmpty().Max()),
    };

    /// <summary><c>10 s</c>, <c>5 min</c>, <c>2 h</c>.</summary>
    public static string Words(TimeSpan length) =>
        length.TotalMinutes < 1 ? $"{length.Seconds} s" : length.TotalHours < 1 ? $"{length.Minutes} min" : $"{(int)length.TotalHours} h";

    private static TimeSpan RoundUp(TimeSpan length)
    {
        var step = Array.Find(Steps, it => it >= length);
        return step > TimeSpan.Zero ? step : TimeSpan.FromHours(Math.Ceiling(length.TotalHours));
    }
}
