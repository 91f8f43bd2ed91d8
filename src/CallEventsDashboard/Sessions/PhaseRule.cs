namespace CallEventsDashboard.Sessions;

/// <summary>Which events begin and end a phase that may overlap others.</summary>
/// <param name="Kind">The kind of phase.</param>
/// <param name="Starts">Keys of the events or commands that begin it.</param>
/// <param name="Ends">Keys of those that end it.</param>
/// <param name="Results">Keys of events that come some time after the end; one of them ends the phase only when nothing else did.</param>
/// <param name="IsSingle">Whether a start while one is open says nothing new.</param>
internal sealed record PhaseRule(PhaseKind Kind, string[] Starts, string[] Ends, string[] Results, bool IsSingle = false)
{
    public static IReadOnlyList<PhaseRule> All { get; } =
    [
        new(PhaseKind.Playback,
            ["call.playback.started", "conference.playback.started", "conference.participant.playback.started"],
            ["call.playback.ended", "conference.playback.ended", "conference.participant.playback.ended"], []),
        new(PhaseKind.Speak,
            ["call.speak.started", "conference.speak.started", "conference.participant.speak.started"],
            ["call.speak.ended", "conference.speak.ended", "conference.participant.speak.ended"], []),
        new(PhaseKind.Gather, ["gather", "gather.using.audio", "gather.using.speak", "gather.using.ai"], ["call.gather.ended", "call.ai.gather.ended"], []),
        new(PhaseKind.Recording, ["record.start"], ["record.stop"], ["call.recording.saved", "call.recording.error", "conference.recording.saved"], IsSingle: true),
        new(PhaseKind.Streaming,
            ["streaming.started", "call.fork.started", "siprec.started"],
            ["streaming.stopped", "streaming.failed", "call.fork.stopped", "siprec.stopped", "siprec.failed"], []),
        new(PhaseKind.Conference, [EventKeys.ParticipantJoined, "conference.created"], ["conference.participant.left", "conference.ended"], []),
        new(PhaseKind.Ai,
            ["ai.assistant.start", "conversation.relay.start", "call.conversation.created"],
            ["ai.assistant.stop", "conversation.relay.stop", "call.conversation.ended"], [], IsSingle: true),
    ];
}
