namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>The dialer calls out, with answering-machine detection; a third of the calls reach nobody.</summary>
internal static class OutboundCall
{
    public static void Play(CallScript script)
    {
        var leg = Dial(script, script.Rng.Chance(0.6) ? Account.Dialer : Account.Reminders);
        leg.MachineDetection = "detect";
        if (script.Takes(Turn.NoAnswer, 0.35))
        {
            Unanswered(script, leg);
            return;
        }

        script.WaitSeconds(3, 20);
        script.Answered(leg);
        Detect(script, leg);
        script.Command(leg, "speak");
        script.Wait(150, 500);
        script.Webhook(leg, "call.speak.started");
        script.WaitSeconds(4, 30);
        script.Webhook(leg, "call.speak.ended");
        if (script.Rng.Chance(0.2))
        {
            script.Command(leg, "send_dtmf");
            script.Wait(300, 900);
        }

        script.Command(leg, "hangup");
        script.Wait(80, 250);
        script.HangUp(leg, source: "caller");
        Aftermath.Play(script, leg, recorded: false);
    }

    public static Leg Dial(CallScript script, Connection connection)
    {
        var leg = script.OpenLeg(connection, incoming: false);
        script.Command(leg, "dial");
        script.Wait(300, 700);
        script.Webhook(leg, "call.initiated");
        return leg;
    }

    public static void Unanswered(CallScript script, Leg leg)
    {
        var (cause, sip, source) = script.Rng.Pick(
            ("no_answer", "480", "callee"),
            ("timeout", "487", "caller"),
            ("user_busy", "486", "callee"),
            ("originator_cancel", "487", "caller"),
            ("call_rejected", "603", "callee"),
            ("not_found", "404", "callee"),
            ("unspecified", "unspecified", "unknown"));
        script.WaitSeconds(1, 45);
        script.HangUp(leg, cause, sip, source);
    }

    private static void Detect(CallScript script, Leg leg)
    {
        var premium = script.Rng.Chance(0.5) ? "premium." : "";
        leg.MachineDetection = premium.Length > 0 ? "premium" : "detect";
        script.WaitSeconds(1, 4);
        script.Webhook(leg, $"call.machine.{premium}detection.ended");
        if (!script.Rng.Chance(0.35))
            return;
        script.WaitSeconds(3, 20);
        script.Webhook(leg, $"call.machine.{premium}greeting.ended");
    }
}
