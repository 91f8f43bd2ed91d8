using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>
/// Which lanes of a session are drawn. A conference has hundreds, each some elements of the page that nobody may ever look at: the first in the order of
/// birth are drawn, those on which an event was selected, the events without a leg, and more when a person asks.
/// </summary>
internal sealed class ShownLanes
{
    public const int First = 50;

    /// <summary>How many more are drawn at a time, at most.</summary>
    public const int Step = 500;

    private readonly HashSet<string> _selected = new(StringComparer.OrdinalIgnoreCase);
    private int _most = First;

    /// <summary>Each with its place among all lanes.</summary>
    public IReadOnlyList<DrawnLane> Lanes { get; private set; } = [];

    /// <summary>Legs that are not drawn.</summary>
    public int Hidden { get; private set; }

    /// <summary>How many legs <see cref="ShowMore"/> draws.</summary>
    public int Next => Math.Min(Hidden, Step);

    public void Read(CallSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Lanes = [.. session.Lanes.Select((leg, index) => (leg, index)).Where(lane => IsDrawn(lane.leg, lane.index)).Select(lane => new DrawnLane(lane.leg, lane.index, LaneRows.Create(lane.leg, session.Legs.Count > LaneRows.Many).Height))];
        Hidden = session.Legs.Count - Lanes.Count(lane => lane.Leg.LegId.Length > 0);
    }

    /// <summary>Draws the lane of an event.</summary>
    /// <returns>Whether it was not drawn before.</returns>
    public bool Reveal(CallSession session, Mark mark)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (Hidden == 0 || session.Legs.Skip(_most).FirstOrDefault(leg => leg.Marks.Contains(mark) || leg.AfterHangup.Contains(mark)) is not { } leg || !_selected.Add(leg.LegId))
            return false;
        Read(session);
        return true;
    }

    /// <returns>The place of the first lane that is drawn now and was not before.</returns>
    public int ShowMore(CallSession session)
    {
        var before = Lanes.Select(lane => lane.Index).ToHashSet();
        // Those that were selected are drawn already, and do not count.
        for (var next = Next; next > 0 && _most < session.Legs.Count; _most++)
            next -= IsDrawn(session.Legs[_most], _most) ? 0 : 1;
        Read(session);
        return Lanes.FirstOrDefault(lane => !before.Contains(lane.Index))?.Index ?? 0;
    }

    private bool IsDrawn(Leg leg, int index) => index < _most || leg.LegId.Length == 0 || _selected.Contains(leg.LegId);
}
