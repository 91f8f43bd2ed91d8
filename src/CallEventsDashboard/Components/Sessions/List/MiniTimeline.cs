using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>A session's lanes and phases, small enough for a row: a few dozen bars.</summary>
/// <param name="Lanes">Lanes that are drawn.</param>
/// <param name="Spans">In the order of drawing: later ones lie on top.</param>
/// <param name="Length">From the session's start to the end of what is drawn.</param>
/// <param name="Words">The same for people who can't see it.</param>
public sealed record MiniTimeline(int Lanes, IReadOnlyList<MiniSpan> Spans, TimeSpan Length, string Words)
{
    public const int Scale = 1000;
    private const int MostLanes = 4;
    private const int MostBars = 36;
    private const int Narrowest = 6;
    private const double OpenStretch = 1.25;

    public static MiniTimeline Empty { get; } = new(0, [], TimeSpan.Zero, "");

    public static MiniTimeline Create(CallSession session)
    {
        var legs = session.Legs.Count > 0 ? session.Legs : session.Legless is { } legless ? [legless] : [];
        var shown = legs.Take(MostLanes).ToList();
        if (session.Start is not { } start || shown.Count == 0)
            return Empty;

        var ends = shown.SelectMany(leg => leg.Phases).Select(phase => phase.End ?? phase.Start).Concat(shown.Select(leg => leg.End ?? leg.Start ?? start));
        var seen = (session.End is null ? session.LastSeen ?? start : ends.Max()) - start;
        var isOpen = session.End is null && shown.Any(leg => leg.Phases.Any(phase => phase.End is null));
        // A call under way goes on until it was read. Where no end was seen, what is open goes on beyond the last thing seen, so that it can be drawn so.
        var length = session.Age is { } age && age > seen ? age : isOpen ? seen * OpenStretch : seen;
        var spans = shown.SelectMany((leg, lane) => leg.Phases.Select(phase => new MiniSpan(lane, phase.Start - start, phase.End - start, phase.Kind)))
            .OrderBy(span => span.IsMedia)
            .Take(MostBars);
        return new MiniTimeline(shown.Count, [.. spans], length, WordsOf(session));
    }

    /// <summary>The bars on a scale of so long, cut at its end.</summary>
    /// <param name="length">Null for the session's own length.</param>
    public IReadOnlyList<MiniBar> Bars(TimeSpan? length = null)
    {
        var full = Math.Max(1, (length ?? Length).Ticks);
        return [.. Spans.Where(span => span.From.Ticks < full || span.From == TimeSpan.Zero).Select(Bar)];

        MiniBar Bar(MiniSpan span)
        {
            var x = Math.Min(At(span.From), Scale - Narrowest);
            return new MiniBar(span.Lane, x, Math.Max(Narrowest, At(span.To ?? Length) - x), span.Kind, span.To is null);
        }

        int At(TimeSpan offset) => (int)Math.Clamp((double)offset.Ticks * Scale / full, 0, Scale);
    }

    private static string WordsOf(CallSession session)
    {
        var timings = session.Timings;
        (string Name, TimeSpan Length)[] lengths = [("ringing", timings.Ringing), ("talk", timings.Talk), ("hold", timings.Hold)];
        var words = lengths.Where(phase => phase.Length > TimeSpan.Zero).Select(phase => $"{phase.Name} {DurationText.Format(phase.Length)}").ToList();
        return words.Count == 0 ? "no phase seen" : string.Join(", ", words);
    }
}
