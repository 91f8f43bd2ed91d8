using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Sessions;

public sealed class SessionLawsTests
{
    private static readonly string?[] LegIds = [CallScript.A, CallScript.B, "CCCCCCCC-c8a2-11f1-9c10-02420aef93a0", null];

    private static readonly string[] Names =
    [
        "call.initiated", "call.answered", "call.hangup", "call.hold", "call.unhold", "call.enqueued", "call.dequeued", "call.bridged", "call_hangup", "call_answered",
        "call.speak.started", "call.speak.ended", "call.playback.started", "call.playback.ended", "SPEAK_STARTED", "call.gather.ended", "call.recording.saved",
        "conference.participant.joined", "conference.participant.left", "conference.ended", "streaming.started", "call.machine.detection.ended", "call.new.thing", "",
    ];

    private static readonly string[] Commands = ["dial", "answer", "transfer", "speak", "gather", "record_start", "record_stop", "hangup", "ai_assistant_start", "unknown_command"];

    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 1, 0, TimeSpan.Zero);

    private static readonly Gen<(int Leg, int Draw, int Wait, bool Failed)> Step = Gen.Select(Gen.Int[0, LegIds.Length - 1], Gen.Int[0, 99], Gen.Int[0, 4], Gen.Bool);

    private static readonly Gen<CallEvent[]> Events = Gen.Select(Step.Array[0, 40], Gen.Bool, (steps, isFieldShape) =>
    {
        var script = new CallScript(isFieldShape);
        foreach (var step in steps)
            Write(script.Wait(step.Wait * 0.5), LegIds[step.Leg], step.Draw, step.Failed);
        return script.Events.ToArray();
    });

    [Fact]
    public void EachEvent_IsInExactlyOneLane() => Events.Sample(events => SessionLaws.EachEventIsInOneLane(events, SessionReader.Read(events)));

    [Fact]
    public void ExclusivePhases_NeverOverlap() => Events.Sample(events => SessionLaws.ExclusivePhasesNeverOverlap(SessionReader.Read(events)));

    [Fact]
    public void Order_OfTheInput_ChangesNothing() => Gen.Select(Events, Gen.Int).Sample((events, seed) => SessionLaws.OrderChangesNothing(events, seed));

    [Fact]
    public void EveryClaim_NamesEventsOfTheSession_AndFallsWithAnyOfThem() =>
        Events.Sample(events => SessionClaim.AreBorneOut([.. events.DistinctBy(recorded => recorded.Fingerprint)], own => SessionReader.Read(own, SessionExtent.Whole, At)), iter: 60);

    private static void Write(CallScript script, string? leg, int draw, bool failed)
    {
        if (draw < 30)
            script.Command(leg, Commands[draw % Commands.Length], failed: failed && draw < 10);
        else
            script.Webhook(leg, Names[draw % Names.Length], "{}", draw > 90 ? "call_scripting_webhook" : "webhook", failed ? [true, false] : [false]);
    }
}
