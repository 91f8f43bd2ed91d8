using System.Collections.Frozen;

namespace CallEventsDashboard.Sessions;

/// <summary>The webhooks that each command is documented to produce. Source: "Expected Webhooks" of each command in Telnyx's published contract.</summary>
/// <remarks>
/// What the contract ties to an end that may be far away or to what callers do is possible, not promised. What it ties to an option of the command is promised of
/// the commands that have the option; of detection it says that its end always comes, in the worst case with <c>not_sure</c>.
/// </remarks>
public static class ExpectedWebhookCatalogue
{
    private const string Detection = "answering_machine_detection";

    private static readonly string[] Detected = ["call.machine.detection.ended", "call.machine.premium.detection.ended"];

    // Events of a conference as a whole name no session, so they may be missing from any: none of them is counted as promised.
    private static readonly FrozenDictionary<string, ExpectedWebhook[]> ByCommand = new Dictionary<string, ExpectedWebhook[]>(StringComparer.Ordinal)
    {
        ["answer"] = [Promised("call.answered"), .. Asked(EffectPlace.SameLeg)],
        ["bridge"] = [Promised("call.bridged"), .. Asked(EffectPlace.SameLeg).Where(expected => expected.Option!.Name == "record")],
        ["dial"] = [Promised("call.initiated"), Promised("call.answered", "call.hangup"), .. AskedOfCallee(EffectPlace.SameLeg)],
        // The contract names no webhook for these two and for streaming.start, though its events belong to them.
        ["enqueue"] = [Possible("call.enqueued"), Possible("call.dequeued")],
        ["leave.queue"] = [Possible("call.dequeued")],
        ["fork.start"] = [Promised("call.fork.started"), Possible("call.fork.stopped")],
        ["fork.stop"] = [Promised("call.fork.stopped")],
        ["gather"] = [Possible("call.dtmf.received"), Promised("call.gather.ended")],
        ["gather.stop"] = [Promised("call.gather.ended")],
        ["gather.using.ai"] =
        [
            Promised("call.ai.gather.ended"),
            Possible("call.conversation.ended"),
            Possible("call.ai.gather.partial.results") with { Option = new("send_partial_results") },
            Possible("call.ai.gather.message.history.updated") with { Option = new("send_message_history_updates") },
        ],
        ["gather.using.audio"] = [Possible("call.playback.started"), Possible("call.playback.ended"), Possible("call.dtmf.received"), Promised("call.gather.ended")],
        ["gather.using.speak"] = [Possible("call.dtmf.received"), Promised("call.gather.ended")],
        ["hangup"] = [Promised("call.hangup"), Possible("call.recording.saved")],
        ["reject"] = [Promised("call.hangup")],
        ["playback.start"] = [Promised("call.playback.started"), Promised("call.playback.ended")],
        ["playback.stop"] = [Promised("call.playback.ended", "call.speak.ended")],
        ["speak"] = [Promised("call.speak.started"), Promised("call.speak.ended")],
        ["record.start"] =
        [
            Possible("call.recording.saved", "call.recording.error"),
            Possible("call.recording.transcription.saved") with { Option = new("transcription", IsOwedWhereUnsaid: true) },
        ],
        ["record.stop"] = [Promised("call.recording.saved", "call.recording.error")],
        ["refer"] = [Promised("call.refer.started"), Promised("call.refer.completed", "call.refer.failed")],
        ["siprec.start"] = [Promised("siprec.started", "siprec.failed"), Possible("siprec.stopped")],
        ["siprec.stop"] = [Promised("siprec.stopped", "siprec.failed")],
        ["streaming.start"] = [Possible("streaming.started", "streaming.failed"), Possible("streaming.stopped")],
        ["streaming.stop"] = [Promised("streaming.stopped")],
        ["transcription.start"] = [Possible("call.transcription")],
        ["ai.assistant.start"] = [Promised("call.conversation.ended"), Possible("call.conversation.insights.generated")],
        ["conversation.relay.start"] = [Promised("call.conversation.ended")],
        ["send.sip.info"] = [new(["call.sip.info.received"], IsPromised: false, EffectPlace.Session)],
        ["transfer"] =
        [
            new(["call.initiated"], IsPromised: true, EffectPlace.NewLeg),
            new(["call.answered", "call.hangup"], IsPromised: true, EffectPlace.NewLeg),
            Possible("call.bridged"),
            .. AskedOfCallee(EffectPlace.NewLeg),
        ],
        ["create"] = [new(["conference.created"], IsPromised: false, EffectPlace.Session), new(["conference.participant.joined"], IsPromised: true, EffectPlace.Session)],
        ["join"] = [new(["conference.participant.joined"], IsPromised: true, EffectPlace.Session), new(["conference.participant.left"], IsPromised: false, EffectPlace.Session)],
        ["leave"] = [new(["conference.participant.left"], IsPromised: true, EffectPlace.Session)],
        ["end"] = [new(["conference.ended"], IsPromised: false, EffectPlace.Session)],
        ["play"] = [new(["conference.playback.started"], IsPromised: false, EffectPlace.Session), new(["conference.playback.ended"], IsPromised: false, EffectPlace.Session)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="command">A command's name in any spelling: <c>record_start</c>, <c>record.start</c>.</param>
    /// <returns>Empty for a command that is documented to produce none, or that is not known.</returns>
    public static IReadOnlyList<ExpectedWebhook> For(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ByCommand.GetValueOrDefault(command.Replace('_', '.').ToLowerInvariant(), []);
    }

    /// <summary>What options of the commands that make or take a call ask for.</summary>
    private static IEnumerable<ExpectedWebhook> Asked(EffectPlace where) =>
    [
        new(["streaming.started", "streaming.failed"], IsPromised: true, where) { Option = new("stream_url"), NeedsAnswer = true },
        new(["call.recording.saved", "call.recording.error"], IsPromised: true, where) { Option = new("record"), NeedsAnswer = true },
        new(["call.transcription"], IsPromised: false, where) { Option = new("transcription"), NeedsAnswer = true },
    ];

    private static IEnumerable<ExpectedWebhook> AskedOfCallee(EffectPlace where) =>
        Asked(where).Prepend(new(Detected, IsPromised: true, where) { Option = new(Detection, IsOwedWhereUnsaid: true), NeedsAnswer = true });

    private static ExpectedWebhook Promised(params string[] keys) => new(keys, IsPromised: true);

    private static ExpectedWebhook Possible(params string[] keys) => new(keys, IsPromised: false);
}
