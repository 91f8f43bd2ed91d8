using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>Where the phases of a lane are drawn, one under the other where they overlap. In pixels from the lane's upper edge.</summary>
/// <param name="Tops">One for each phase of the leg, in its order.</param>
/// <param name="Height">Of the lane; the marks have the last <see cref="MarksHeight"/> of it.</param>
internal sealed record LaneRows(IReadOnlyList<int> Tops, int Height)
{
    public const int MarksHeight = 26;

    private const int Padding = 8;
    private const int Row = 22;
    private const int MinHeight = 66;
    private const int MinHeightOfMany = 30;

    /// <summary>With more legs than this, a lane is as low as what is drawn on it.</summary>
    public const int Many = 8;

    /// <summary>More would push everything else off the page; what does not fit is drawn over the last.</summary>
    private const int MaxMediaRows = 6;

    /// <summary>The line first, then whom it was joined to, then what may overlap, each in the first row that is free.</summary>
    /// <param name="isOneOfMany">Whether the lane is one of so many that its names are on one line.</param>
    public static LaneRows Create(Leg leg, bool isOneOfMany = false)
    {
        var phases = leg.Phases;
        var last = LastTime(leg);
        var hasLine = phases.Any(phase => TrackOf(phase.Kind) == 0);
        var hasJoined = phases.Any(phase => TrackOf(phase.Kind) == 1);
        var first = (hasLine ? 1 : 0) + (hasJoined ? 1 : 0);
        var free = new List<DateTimeOffset>();
        var rows = phases.Select(phase => TrackOf(phase.Kind) switch
        {
            0 => 0,
            1 => first - 1,
            _ => first + FreeRow(free, phase, last),
        }).ToList();
        var count = first + free.Count;
        return new LaneRows([.. rows.Select(row => Padding + (row * Row))], Math.Max(isOneOfMany ? MinHeightOfMany : MinHeight, Padding + (count * Row) + MarksHeight));
    }

    /// <summary>Until when a phase without an end is drawn: the hang-up, else the last event of the leg.</summary>
    public static DateTimeOffset? LastTime(Leg leg) => LastMark(leg)?.At;

    public static Mark? LastMark(Leg leg) => leg.Marks.LastOrDefault(mark => mark.At is not null);

    private static int TrackOf(PhaseKind kind) => kind switch
    {
        PhaseKind.Ringing or PhaseKind.Talk or PhaseKind.Hold => 0,
        PhaseKind.Queue or PhaseKind.Bridge => 1,
        _ => 2,
    };

    private static int FreeRow(List<DateTimeOffset> free, Phase phase, DateTimeOffset? last)
    {
        var end = phase.End ?? last ?? phase.Start;
        var row = free.FindIndex(until => until <= phase.Start);
        if (row < 0 && free.Count >= MaxMediaRows)
            row = MaxMediaRows - 1;
        if (row < 0)
            free.Add(end);
        else
            free[row] = free[row] > end ? free[row] : end;
        return row < 0 ? free.Count - 1 : row;
    }
}
