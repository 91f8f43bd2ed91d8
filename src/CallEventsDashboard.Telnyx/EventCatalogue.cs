using System.Collections.Frozen;

namespace CallEventsDashboard.Telnyx;

/// <summary>The names that are known: for suggestions and for grouping. The service's list grows, so any other name is as good.</summary>
public static class EventCatalogue
{
    private const string CallPrefix = "call.";

    /// <summary>Every known name once, the events of a family before its commands.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } =
    [
        .. Events(EventFamily.Setup,
            "call.initiated", "call.answered", "call.bridged", "call.hold", "call.unhold", "call.enqueued", "call.dequeued",
            "call.refer.started", "call.refer.completed", "call.refer.failed", "call_initiated", "call_answered", "call_bridged"),
        .. Commands(EventFamily.Setup, "dial", "answer", "bridge", "transfer", "refer", "enqueue", "leave_queue", "switch_supervisor_role"),

        .. Events(EventFamily.End, "call.hangup", "call_hangup"),
        .. Commands(EventFamily.End, "hangup", "reject"),

        .. Events(EventFamily.Media,
            "call.speak.started", "call.speak.ended", "call.playback.started", "call.playback.ended", "call.fork.started", "call.fork.stopped",
            "streaming.started", "streaming.stopped", "streaming.failed", "speak_started", "speak_ended", "playback_started", "playback_ended",
            "SPEAK_STARTED", "rtp_streaming_start", "stream_start"),
        .. Commands(EventFamily.Media,
            "speak", "playback_start", "playback_stop", "fork_start", "fork_stop", "streaming_start", "streaming_stop", "suppression_start", "suppression_stop"),

        .. Events(EventFamily.Input, "call.dtmf.received", "call.gather.ended", "dtmf_received", "gather_ended"),
        .. Commands(EventFamily.Input, "gather", "gather_stop", "gather_using_audio", "gather_using_speak", "send_dtmf"),

        .. Events(EventFamily.Detection,
            "call.machine.detection.ended", "call.machine.greeting.ended", "call.machine.premium.detection.ended", "call.machine.premium.greeting.ended",
            "call.deepfake_detection.result", "call.deepfake_detection.error", "machine_detection_ended", "machine_greeting_ended"),

        .. Events(EventFamily.Conference,
            "conference.created", "conference.ended", "conference.participant.joined", "conference.participant.left", "conference.floor.changed",
            "conference.recording.saved", "conference.playback.started", "conference.playback.ended", "conference.speak.started", "conference.speak.ended",
            "conference.participant.playback.started", "conference.participant.playback.ended",
            "conference.participant.speak.started", "conference.participant.speak.ended"),
        .. Commands(EventFamily.Conference, "create", "join", "leave", "mute", "unmute", "hold", "unhold", "play", "stop", "update", "end"),

        .. Events(EventFamily.Recording,
            "call.recording.saved", "call.recording.error", "call.recording.transcription.saved", "call.transcription",
            "siprec.started", "siprec.stopped", "siprec.failed", "recording_saved", "TRANSCRIPTION_START"),
        .. Commands(EventFamily.Recording,
            "record_start", "record_stop", "record_pause", "record_resume", "transcription_start", "transcription_stop", "siprec_start", "siprec_stop"),

        .. Events(EventFamily.Ai,
            "call.ai_gather.ended", "call.ai_gather.message_history_updated", "call.ai_gather.partial_results",
            "call.conversation.created", "call.conversation.ended", "call.conversation_insights.generated", "conversation_ended"),
        .. Commands(EventFamily.Ai,
            "ai_assistant_start", "ai_assistant_stop", "ai_assistant_join", "ai_assistant_add_messages", "gather_using_ai",
            "conversation_relay_start", "conversation_relay_stop"),

        .. Events(EventFamily.Other,
            "call.cost", "call.payment.progress", "call.payment.completed", "call.sip_info.received",
            "fax.queued", "fax.media.processed", "fax.sending.started", "fax.delivered", "fax.failed",
            "fax.receiving.started", "fax.media.processing.started", "fax.received"),
        .. Commands(EventFamily.Other, "client_state_update", "send_sip_info", "instructions.fetch"),
    ];

    // Names that are equal but for case, dots and underscores are of one family.
    private static readonly FrozenDictionary<string, EventFamily> Known =
        All.DistinctBy(entry => Normalise(entry.Name)).ToFrozenDictionary(entry => Normalise(entry.Name), entry => entry.Family);

    private static readonly FrozenSet<string> OwnSteps = FrozenSet.ToFrozenSet(["instructions.fetch", "rtp.streaming.start", "stream.start"], StringComparer.Ordinal);

    /// <summary>Beginnings of names that the catalogue lacks; the first that fits decides.</summary>
    private static readonly (string Prefix, EventFamily Family)[] Prefixes =
    [
        ("ai.", EventFamily.Ai), ("conversation", EventFamily.Ai), ("gather.using.ai", EventFamily.Ai),
        ("conference", EventFamily.Conference), ("participant", EventFamily.Conference),
        ("machine", EventFamily.Detection), ("amd", EventFamily.Detection), ("deepfake", EventFamily.Detection),
        ("gather", EventFamily.Input), ("dtmf", EventFamily.Input), ("send.dtmf", EventFamily.Input),
        ("record", EventFamily.Recording), ("transcription", EventFamily.Recording), ("siprec", EventFamily.Recording),
        ("speak", EventFamily.Media), ("play", EventFamily.Media), ("stream", EventFamily.Media), ("rtp.", EventFamily.Media),
        ("fork", EventFamily.Media), ("suppression", EventFamily.Media), ("media", EventFamily.Media),
        ("hangup", EventFamily.End), ("reject", EventFamily.End), ("completed", EventFamily.End),
        ("initiated", EventFamily.Setup), ("ringing", EventFamily.Setup), ("answer", EventFamily.Setup), ("bridg", EventFamily.Setup),
        ("dial", EventFamily.Setup), ("transfer", EventFamily.Setup), ("refer", EventFamily.Setup), ("enqueue", EventFamily.Setup),
        ("dequeue", EventFamily.Setup), ("queue", EventFamily.Setup), ("hold", EventFamily.Setup), ("unhold", EventFamily.Setup),
    ];

    /// <summary>Whether Telnyx logs a command of this name of itself, as a step of its own that nobody sent: names of TeXML, or in capitals.</summary>
    public static bool IsOwnStep(string name) =>
        OwnSteps.Contains(Normalise(name)) || (name.Any(char.IsAsciiLetterUpper) && !name.Any(char.IsAsciiLetterLower));

    /// <summary>The family of any name, known or not: dots and underscores are alike, and case does not matter.</summary>
    public static EventFamily FamilyOf(string name)
    {
        var normal = Normalise(name);
        if (Known.TryGetValue(normal, out var family))
            return family;
        var bare = normal.StartsWith(CallPrefix, StringComparison.Ordinal) ? normal[CallPrefix.Length..] : normal;
        foreach (var (prefix, prefixFamily) in Prefixes)
        {
            if (bare.StartsWith(prefix, StringComparison.Ordinal))
                return prefixFamily;
        }
        return EventFamily.Other;
    }

    private static string Normalise(string name) => name.Replace('_', '.').ToLowerInvariant();

    private static IEnumerable<CatalogueEntry> Events(EventFamily family, params string[] names) => names.Select(name => new CatalogueEntry(name, family, IsCommand: false));

    private static IEnumerable<CatalogueEntry> Commands(EventFamily family, params string[] names) => names.Select(name => new CatalogueEntry(name, family, IsCommand: true));
}
