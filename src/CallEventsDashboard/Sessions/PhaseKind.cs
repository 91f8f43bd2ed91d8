namespace CallEventsDashboard.Sessions;

/// <summary>The kind of a stretch of a leg. Ringing, talk and hold exclude one another, as do queue and bridge; the others may overlap anything.</summary>
public enum PhaseKind
{
    Ringing,
    Talk,
    Hold,
    Queue,
    Bridge,
    Playback,
    Speak,
    Gather,
    Recording,
    MachineDetection,
    Streaming,
    Conference,
    Ai,
}
