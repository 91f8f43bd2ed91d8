namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>A call that is answered and greeted, and of which nothing more is recorded.</summary>
internal static class OpenCall
{
    public static void Play(CallScript script)
    {
        var leg = script.OpenLeg(Account.Ivr, incoming: true);
        script.Webhook(leg, "call.initiated");
        InboundCall.Greet(script, leg);
    }
}
