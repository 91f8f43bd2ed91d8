using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>The phase of a leg when it was hung up.</summary>
internal static class OutcomePhase
{
    /// <summary>The most telling phase comes first.</summary>
    private static readonly PhaseKind[] Telling =
    [
        PhaseKind.Ringing, PhaseKind.Hold, PhaseKind.Queue, PhaseKind.Speak, PhaseKind.Gather, PhaseKind.Ai, PhaseKind.Conference,
        PhaseKind.Bridge, PhaseKind.Playback, PhaseKind.Talk,
    ];

    private static readonly TimeSpan Closely = TimeSpan.FromSeconds(1);

    /// <summary>The most telling phase that the hang-up ended; null when there is none.</summary>
    public static Phase? At(Leg leg, Hangup hangup) => leg.Phases
        .Where(phase => Array.IndexOf(Telling, phase.Kind) >= 0 && phase.EndEvent is { } end && (end == hangup.Mark || IsCutOff(phase, end, hangup)))
        .Where(phase => phase.Kind != PhaseKind.Ringing || !HangupText.IsOfUnanswered(hangup))
        .MinBy(phase => Array.IndexOf(Telling, phase.Kind));

    /// <summary>The end of a phase can be recorded just before the hang-up that caused it, and then says so itself.</summary>
    private static bool IsCutOff(Phase phase, Mark end, Hangup hangup)
    {
        if (phase.Kind is PhaseKind.Talk or PhaseKind.Hold or PhaseKind.Ringing || !(hangup.Mark.At - end.At <= Closely))
            return false;
        if (phase.Kind == PhaseKind.Bridge)
            return phase.EndedByHangup;
        var payload = CallEventBody.Payload(end.Event);
        return phase.Kind == PhaseKind.Conference || payload.Text("status") == "call_hangup" || payload.Text("reason") == "hangup";
    }

    public static string Words(Leg leg, Phase phase) => phase.Kind switch
    {
        PhaseKind.Ringing => leg.Direction == LegDirection.Incoming ? "before it was answered" : "while it rang",
        PhaseKind.Hold => "while on hold",
        PhaseKind.Queue => "while waiting in the queue",
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
