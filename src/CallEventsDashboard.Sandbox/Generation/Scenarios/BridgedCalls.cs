namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>Bridge of two calls that began apart: two sessions, one conversation.</summary>
internal static class BridgedCalls
{
    public static void Play(CallScript script)
    {
        var caller = script.OpenLeg(Account.Support, incoming: true);
        script.Webhook(caller, "call.initiated");
        InboundCall.Greet(script, caller);
        var agent = OutboundCall.Dial(script, Account.Support);
        script.WaitSeconds(2, 12);
        script.Answered(agent);
        script.Wait(50, 200);
        script.Command(caller, "bridge");
        script.Wait(80, 300);
        script.Together("call.bridged", caller, agent);
        script.Command(caller, "record_start");
        TransferredCall.Talk(script, caller);
        script.HangUp(caller, source: "caller");
        script.HangUp(agent, source: "caller");
        Aftermath.Play(script, caller, recorded: true);
    }
}
