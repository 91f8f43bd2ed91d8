using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>A session's lanes and phases, small enough for a row: a few dozen bars on a scale of a thousand.</summary>
/// <param name="Lanes">Lanes that are drawn.</param>
/// <param name="Bars">In the order of drawing: later ones lie on top.</param>
/// <param name="Words">The same for who can't see it.</param>
public sealed record MiniTimeline(int Lanes, IReadOnlyList<MiniBar> Bars, string Words)
{
    public const int Scale = 1000;
    private const int MostLanes = 4;
    private const int MostBars = 36;
    private const int Narrowest = 6;
    private const double OpenStretch = 1.25;

    public static MiniTimeline Empty { get; } = new(0, [], "");

    public static MiniTimeline Of(CallSession session)
    {
        var legs = session.Legs.Count > 0 ? session.Legs : session.Legless is { } legless ? [legless] : [];
        var shown = legs.Take(MostLanes).ToList();
        if (session.Start is not { } start || shown.Count == 0)
            return Empty;

        var ends = shown.SelectMany(leg => leg.Phases).Select(phase => phase.End ?? phase.Start).Concat(shown.Select(leg => leg.End ?? leg.Start ?? start));
        // What is open goes on beyond the last thing seen, so that it can be drawn so.
        var end = session.End is null ? session.LastSeen ?? start : ends.Max();
        var isOpen = shown.Any(leg => leg.Phases.Any(phase => phase.End is null));
        var length = Math.Max(1, (end - start).Ticks) * (isOpen ? OpenStretch : 1);
        var bars = shown.SelectMany((leg, lane) => leg.Phases.Select(phase => Bar(phase, lane)))
            .OrderBy(bar => bar.IsMedia)
            .Take(MostBars);
        return new MiniTimeline(shown.Count, [.. bars], WordsOf(session));

        MiniBar Bar(Phase phase, int lane)
        {
            var from = At(phase.Start);
            var to = phase.End is { } last ? At(last) : Scale;
            var x = Math.Min(from, Scale - Narrowest);
            return new MiniBar(lane, x, Math.Max(Narrowest, to - x), phase.Kind, phase.End is null);
        }

        int At(DateTimeOffset instant) => (int)Math.Clamp((instant - start).Ticks * Scale / length, 0, Scale);
    }

    private static string WordsOf(CallSession session)
    {
        var timings = session.Timings;
        (string Name, TimeSpan Length)[] lengths = [("ringing", timings.Ringing), ("talk", timings.Talk), ("hold", timings.Hold)];
        var words = lengths.Where(phase => phase.Length > TimeSpan.Zero).Select(phase => $"{phase.Name} {SpanWords.Of(phase.Length)}").ToList();
        return words.Count == 0 ? "no phase seen" : string.Join(", ", words);
    }
}

/// <summary>A phase of a lane.</summary>
/// <param name="Lane">From 0.</param>
/// <param name="X">Where it begins, from 0 to <see cref="MiniTimeline.Scale"/>.</param>
/// <param name="Width">At least wide enough to be seen.</param>
/// <param name="IsOpen">Whether its end was not seen.</param>
public readonly record struct MiniBar(int Lane, int X, int Width, PhaseKind Kind, bool IsOpen)
{
    /// <summary>Whether it goes on during the call, and does not say how the line itself stands.</summary>
    public bool IsMedia => Kind is not (PhaseKind.Ringing or PhaseKind.Talk or PhaseKind.Hold or PhaseKind.Queue or PhaseKind.Bridge);
}
