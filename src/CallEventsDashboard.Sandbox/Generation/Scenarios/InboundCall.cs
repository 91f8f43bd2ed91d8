namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>A caller reaches the menu: greeting, digits, perhaps music and a recording.</summary>
internal static class InboundCall
{
    public static void Play(CallScript script)
    {
        var leg = script.OpenLeg(Account.Ivr, incoming: true);
        script.Webhook(leg, "call.initiated");
        if (script.Takes(Turn.Rejection, 0.08))
        {
            Reject(script, leg);
            return;
        }

        Greet(script, leg);
        script.Command(leg, "gather_using_speak");
        script.Wait(300, 900);
        for (var digits = script.Rng.Between(0, 4); digits > 0; digits--)
        {
            script.Webhook(leg, "call.dtmf.received");
            script.Wait(200, 1500);
        }

        script.Webhook(leg, "call.gather.ended");
        var recorded = script.Rng.Chance(0.4);
        if (recorded)
            script.Command(leg, "record_start");
        Music(script, leg);
        script.WaitSeconds(3, 180);
        if (script.Rng.Chance(0.3))
        {
            script.Command(leg, "hangup");
            script.Wait(80, 250);
        }

        script.HangUp(leg);
        Aftermath.Play(script, leg, recorded);
    }

    public static void Greet(CallScript script, Leg leg)
    {
        script.Wait(120, 600);
        script.Command(leg, "answer");
        script.Wait(100, 400);
        script.Answered(leg);
        script.Wait(60, 300);
        script.Command(leg, "speak");
        script.Wait(200, 900);
        script.Webhook(leg, "call.speak.started");
        script.WaitSeconds(2, 9);
        script.Webhook(leg, "call.speak.ended");
        script.Wait(30, 200);
    }

    private static void Reject(CallScript script, Leg leg)
    {
        script.Wait(100, 400);
        script.Command(leg, "reject");
        script.Wait(50, 200);
        script.HangUp(leg, "call_rejected", "403", "callee");
    }

    private static void Music(CallScript script, Leg leg)
    {
        if (!script.Rng.Chance(0.5))
            return;
        script.Command(leg, "playback_start");
        script.Wait(100, 500);
        script.Webhook(leg, "call.playback.started");
        script.WaitSeconds(4, 40);
        script.Webhook(leg, "call.playback.ended");
    }
}
