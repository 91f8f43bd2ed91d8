namespace CallEventsDashboard.Sessions;

/// <summary>What was going on on a leg when it was hung up.</summary>
internal static class OutcomePhase
{
    /// <summary>What says most comes first.</summary>
    private static readonly PhaseKind[] Telling =
    [
        PhaseKind.Ringing, PhaseKind.Hold, PhaseKind.Queue, PhaseKind.MachineDetection, PhaseKind.Speak, PhaseKind.Gather, PhaseKind.Ai, PhaseKind.Conference,
        PhaseKind.Bridge, PhaseKind.Playback, PhaseKind.Talk,
    ];

    /// <summary>Causes that say by themselves that nobody had answered.</summary>
    private static readonly string[] Unanswered = ["no_answer", "timeout", "user_busy", "call_rejected", "not_found", "originator_cancel"];

    /// <summary>The most telling phase that the hang-up ended; null when there is none.</summary>
    public static Phase? At(Leg leg, Hangup hangup) => leg.Phases
        .Where(phase => phase.EndEvent is { } end && (end == hangup.Mark || (phase.Kind == PhaseKind.Bridge && phase.EndedByHangup)) && Array.IndexOf(Telling, phase.Kind) >= 0)
        .Where(phase => phase.Kind != PhaseKind.Ringing || !Unanswered.Contains(hangup.Cause, StringComparer.Ordinal))
        .MinBy(phase => Array.IndexOf(Telling, phase.Kind));

    public static string Words(Leg leg, Phase phase) => phase.Kind switch
    {
        PhaseKind.Ringing => leg.Direction == LegDirection.Incoming ? "before it was answered" : "while it rang",
        PhaseKind.Hold => "while on hold",
        PhaseKind.Queue => "while waiting in the queue",
        PhaseKind.MachineDetection => "while it was being found out who had answered",
        PhaseKind.Speak => IsGreeting(leg, phase) ? "during the greeting" : "while text was being spoken",
        PhaseKind.Gather => "while input was being gathered",
        PhaseKind.Ai => "during the conversation with the assistant",
        PhaseKind.Conference => "in the conference",
        PhaseKind.Bridge => "while the two parties were connected",
        PhaseKind.Playback => "during a playback",
        _ => "after the answer",
    };

    private static bool IsGreeting(Leg leg, Phase phase) =>
        leg.Phases.First(other => other.Kind == PhaseKind.Speak) == phase && !leg.Phases.Any(other => other.Kind is PhaseKind.Gather or PhaseKind.Bridge && other.Start <= phase.Start);
}
