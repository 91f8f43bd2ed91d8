namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>Transfer: a second leg in the same session. Where it fails, only that leg hangs up.</summary>
internal static class TransferredCall
{
    public static void Play(CallScript script)
    {
        var caller = script.OpenLeg(Account.Ivr, incoming: true);
        script.Webhook(caller, "call.initiated");
        InboundCall.Greet(script, caller);
        script.Command(caller, "transfer");
        script.Wait(150, 400);
        var agent = script.OpenLeg(Account.Ivr, incoming: false, caller.Session, from: caller.To);
        script.Webhook(agent, "call.initiated");
        if (script.Takes(Turn.FailedTransfer, 0.2))
        {
            OutboundCall.Unanswered(script, agent);
            script.Wait(300, 900);
            script.Command(caller, "speak");
            script.WaitSeconds(2, 6);
            script.HangUp(caller, source: "caller");
            return;
        }

        script.WaitSeconds(2, 15);
        script.Answered(agent);
        script.Wait(50, 200);
        script.Together("call.bridged", caller, agent);
        Talk(script, caller);
        script.HangUp(agent, source: "callee");
        script.HangUp(caller, source: "callee");
        Aftermath.Play(script, caller, recorded: false);
    }

    /// <summary>Talk, sometimes with a hold.</summary>
    public static void Talk(CallScript script, Leg leg)
    {
        script.WaitSeconds(10, 200);
        if (!script.Rng.Chance(0.3))
            return;
        script.Webhook(leg, "call.hold");
        script.WaitSeconds(5, 60);
        script.Webhook(leg, "call.unhold");
        script.WaitSeconds(5, 100);
    }
}
