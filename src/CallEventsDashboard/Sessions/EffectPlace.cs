namespace CallEventsDashboard.Sessions;

public enum EffectPlace
{
    /// <summary>On the leg of the command.</summary>
    SameLeg,

    /// <summary>On any leg, or on none: a conference as a whole.</summary>
    Session,

    /// <summary>On a leg that the command makes.</summary>
    NewLeg,
}
