namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>Calls of an application that makes one mistake, and one call of which a webhook is not sent.</summary>
internal static class CarelessApplication
{
    private const long Twice = 150 * Micros.Millisecond;
    private const long Late = 200 * Micros.Millisecond;

    public static void Ignore(CallScript script)
    {
        var leg = script.OpenLeg(Account.Ivr, incoming: true);
        script.Webhook(leg, "call.initiated");
        script.WaitSeconds(28, 34);
        script.HangUp(leg, "originator_cancel", "487", "caller");
    }

    public static void Repeat(CallScript script)
    {
        var leg = script.OpenLeg(Account.Ivr, incoming: true);
        script.Webhook(leg, "call.initiated");
        script.Wait(120, 600);
        script.Record(leg, "answer", EventKind.Command);
        script.Pass(Twice);
        script.Record(leg, "answer", EventKind.Command);
        script.Wait(100, 400);
        script.Answered(leg);
        Talk(script, leg);
    }

    public static void ComeLate(CallScript script)
    {
        var leg = script.OpenLeg(Account.Ivr, incoming: true);
        script.Webhook(leg, "call.initiated");
        InboundCall.Greet(script, leg);
        script.WaitSeconds(3, 9);
        var end = script.Clock;
        script.HangUp(leg, source: "caller");
        script.Pass(end + Late - script.Clock);
        script.Record(leg, "playback_start", EventKind.Command);
    }

    public static void LoseDetection(CallScript script)
    {
        var leg = OutboundCall.Dial(script, Account.Dialer);
        leg.MachineDetection = "premium";
        script.WaitSeconds(3, 9);
        script.Answered(leg);
        Talk(script, leg);
    }

    private static void Talk(CallScript script, Leg leg)
    {
        script.Wait(60, 300);
        script.Command(leg, "speak");
        script.Wait(150, 500);
        script.Webhook(leg, "call.speak.started");
        script.WaitSeconds(4, 30);
        script.Webhook(leg, "call.speak.ended");
        script.Command(leg, "hangup");
        script.Wait(80, 250);
        script.HangUp(leg, source: leg.Incoming ? "callee" : "caller");
    }
}
