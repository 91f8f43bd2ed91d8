namespace CallEventsDashboard.Sessions;

/// <summary>Whether a bridge was still on when its legs were hung up.</summary>
internal static class Bridges
{
    /// <summary>A hang-up passes from one leg of a bridge to the other within this time.</summary>
    public static TimeSpan Passing { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the leg was hung up out of a bridge: by its own hang-up, or just after that of the other leg.</summary>
    public static bool IsHungUpOutOf(Leg leg) => leg.Phases.Any(phase => EndsWith(phase, leg));

    /// <summary>Whether one bridge joined the two until one of them was hung up, and the other one followed.</summary>
    public static bool AreHungUpTogether(Leg leg, Leg other) => (leg.End - other.End)?.Duration() <= Passing
        && leg.Phases.Any(phase => EndsWith(phase, leg) && (phase.EndEvent == leg.Hangup?.Mark || phase.EndEvent == other.Hangup?.Mark)
            && other.Phases.Any(its => EndsWith(its, other) && (its.Start - phase.Start).Duration() <= LegRelationFinder.Skew));

    private static bool EndsWith(Phase phase, Leg leg) => phase is { Kind: PhaseKind.Bridge, EndedByHangup: true } && leg.End - phase.End <= Passing;
}
