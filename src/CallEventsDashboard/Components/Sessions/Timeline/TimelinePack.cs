using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <param name="Head">Texts and scales.</param>
/// <param name="Numbers">Marks, lanes, phases and effects, as <see cref="TimelineNumbers"/> writes them.</param>
internal sealed record TimelinePack(TimelineHead Head, byte[] Numbers)
{
    private const long Microsecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>The shortest axis, of a session whose events are all of one instant: one second.</summary>
    private const long MinLength = 1_000_000;
    private const int UntimedShare = 25;

    /// <param name="recorded">What call records say: the axis reaches as far as they do.</param>
    public static TimelinePack Create(CallSession session, InstantFormat instants, IReadOnlyList<RecordedBar>? recorded = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        var times = session.Marks.Where(mark => mark.At is not null).Select(mark => Offset(session, mark)).ToList();
        var now = Now(session, times);
        IEnumerable<long> beside = (recorded ?? []).SelectMany(bar => new[] { bar.Start, bar.Answered ?? bar.Start, bar.End }).Where(time => time > 0);
        IReadOnlyList<long> known = [.. (now is { } reached ? times.Append(reached) : times).Concat(beside).Order()];
        var length = known is [.., > 0 and var last] ? last : MinLength;
        var hasUntimed = times.Count < session.Marks.Count;
        var step = Math.Max(1, length / UntimedShare);
        var folds = IdleGaps.Find(known);
        IReadOnlyList<TimeFold> untimed = hasUntimed ? [new TimeFold(length + step, length + (2 * step), "no time")] : [];
        var end = hasUntimed ? length + (3 * step) : length;

        var sorts = new Dictionary<MarkStyle, int>();
        var odd = new List<string>();
        var numbers = TimelineNumbers.Write(session, sorts, odd);
        return new TimelinePack(
            new TimelineHead(
                session.Start is { } start ? Microseconds(start) : 0, length + (2.5 * step), [.. sorts.Keys], odd,
                [.. Enum.GetValues<PhaseKind>().Select(kind => kind.Name())],
                TimeScale.Create(end, [.. folds, .. untimed]), TimeScale.Create(end, untimed), Zones(session, instants), now),
            numbers);
    }

    /// <summary>Until when a call in progress was read, which is what its timeline reaches to; null for any other session.</summary>
    private static long? Now(CallSession session, List<long> times) =>
        session is { Status: CallStatus.InProgress, AsOf: { } asOf, Start: { } start } && (asOf - start).Ticks / Microsecond is var now && now > times.LastOrDefault() ? now : null;

    private static IReadOnlyList<TimelineZone> Zones(CallSession session, InstantFormat instants)
    {
        var start = session.Start ?? DateTimeOffset.UnixEpoch;
        return [.. instants.Stretches(start, (session.Status is CallStatus.InProgress ? session.AsOf : null) ?? session.LastSeen ?? start).Select(stretch => new TimelineZone(
            Microseconds(stretch.From), stretch.Offset.Ticks / Microsecond, stretch.Zone, stretch.IsDoubled ? stretch.Zone[^"+00:00".Length..] : null))];
    }

    /// <summary>Microseconds from the session's start.</summary>
    internal static long Offset(CallSession session, Mark mark) => ((mark.At ?? session.LastSeen ?? default) - (session.Start ?? default)).Ticks / Microsecond;

    internal static long Microseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / Microsecond;

    internal static MarkStyle SortOf(Mark mark) => new(
        mark.Name, mark.Event.Type, mark.Kind.ToString().ToLowerInvariant(), EventCatalogue.FamilyOf(mark.Name).ToString().ToLowerInvariant(), mark.Event.SessionId ?? "",
        mark.IsRefused ? ErrorText.Refused(mark.Event) : null, mark.IsRefused ? ErrorText.Code(mark.Event) : null);
}
