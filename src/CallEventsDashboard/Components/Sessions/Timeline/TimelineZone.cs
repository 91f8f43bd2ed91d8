namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>How the browser writes times from an instant on.</summary>
/// <param name="From">In microseconds since 1970; the first holds for what is before it, too.</param>
/// <param name="Offset">Microseconds to be added to UTC.</param>
/// <param name="Name">Behind a time: <c>UTC</c>, <c>UTC+05:30</c>.</param>
/// <param name="Doubled">The offset, behind a time without its zone, where the clock shows each time twice; else null.</param>
internal sealed record TimelineZone(double From, double Offset, string Name, string? Doubled);
