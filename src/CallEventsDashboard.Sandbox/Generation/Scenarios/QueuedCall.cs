namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>A caller waits in a queue until an agent is free, or gives up.</summary>
internal static class QueuedCall
{
    public static void Play(CallScript script)
    {
        var caller = script.OpenLeg(Account.Support, incoming: true);
        script.Webhook(caller, "call.initiated");
        InboundCall.Greet(script, caller);
        script.Command(caller, "enqueue");
        script.Wait(60, 200);
        script.Webhook(caller, "call.enqueued");
        script.Command(caller, "playback_start");
        script.Wait(100, 300);
        script.Webhook(caller, "call.playback.started");
        script.WaitSeconds(10, 240);
        if (script.Takes(Turn.Abandonment, 0.3))
        {
            script.Together("call.playback.ended", caller);
            script.HangUp(caller, source: "caller");
            script.Together("call.dequeued", caller);
            return;
        }

        var agent = OutboundCall.Dial(script, Account.Support);
        script.WaitSeconds(1, 8);
        script.Answered(agent);
        script.Command(caller, "leave_queue");
        script.Wait(40, 150);
        script.Together("call.dequeued", caller);
        script.Together("call.playback.ended", caller);
        script.Wait(40, 150);
        script.Together("call.bridged", caller, agent);
        TransferredCall.Talk(script, caller);
        script.HangUp(agent, source: "callee");
        script.HangUp(caller, source: "callee");
        Aftermath.Play(script, caller, recorded: false);
    }
}
