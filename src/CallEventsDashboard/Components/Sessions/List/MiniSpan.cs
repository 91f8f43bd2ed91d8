using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>A phase of a lane, in time.</summary>
/// <param name="Lane">From 0.</param>
/// <param name="From">From the session's start.</param>
/// <param name="To">Null where its end was not seen.</param>
public readonly record struct MiniSpan(int Lane, TimeSpan From, TimeSpan? To, PhaseKind Kind)
{
    /// <summary>Whether it goes on during the call, and does not say how the line itself stands.</summary>
    public bool IsMedia => IsMediaKind(Kind);

    internal static bool IsMediaKind(PhaseKind kind) => kind is not (PhaseKind.Ringing or PhaseKind.Talk or PhaseKind.Hold or PhaseKind.Queue or PhaseKind.Bridge);
}
