namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>A session as the browser draws it. It travels once; zoom, pan and cursor need nothing more.</summary>
/// <param name="Start">Of the session, in microseconds since 1970; 0 when no event has a time.</param>
/// <param name="Untimed">Where events without a time are drawn, in microseconds from the start.</param>
/// <param name="Zones">How times are written, from when on; one at least.</param>
/// <param name="Now">When a call in progress was read, in microseconds from the start: its phases last until then. Null for any other session.</param>
/// <param name="Fingerprints">Of the marks whose fingerprint is not in the usual form, in their order.</param>
internal sealed record TimelineHead(
    double Start, double Untimed, IReadOnlyList<MarkStyle> Sorts, IReadOnlyList<string> Fingerprints, IReadOnlyList<string> Kinds,
    TimeScale Compressed, TimeScale True, IReadOnlyList<TimelineZone> Zones, double? Now);
