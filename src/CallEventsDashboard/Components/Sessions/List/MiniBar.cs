using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>A phase of a lane, as it is drawn.</summary>
/// <param name="Lane">From 0.</param>
/// <param name="X">Where it begins, from 0 to <see cref="MiniTimeline.Scale"/>.</param>
/// <param name="Width">At least wide enough to be seen.</param>
/// <param name="IsOpen">Whether its end was not seen.</param>
public readonly record struct MiniBar(int Lane, int X, int Width, PhaseKind Kind, bool IsOpen)
{
    public bool IsMedia => MiniSpan.IsMediaKind(Kind);
}
