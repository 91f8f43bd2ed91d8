using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <param name="Index">The place among all lanes, from 0.</param>
/// <param name="Height">In pixels.</param>
public sealed record DrawnLane(Leg Leg, int Index, int Height);
