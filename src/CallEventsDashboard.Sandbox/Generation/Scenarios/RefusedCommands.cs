namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>A caller hangs up while the application's next commands are on their way: Telnyx refuses them. Before that it refused one for what was in it.</summary>
internal static class RefusedCommands
{
    /// <summary>From the hang-up to the first command that comes too late.</summary>
    private const long Late = 120 * Micros.Millisecond;

    public static void Play(CallScript script)
    {
        var leg = script.OpenLeg(Account.Ivr, incoming: true);
        script.Webhook(leg, "call.initiated");
        InboundCall.Greet(script, leg);
        script.WaitSeconds(2, 5);
        script.Record(leg, "transfer", EventKind.Command, failed: true);
        script.WaitSeconds(3, 8);
        script.HangUp(leg, source: "caller");
        script.Pass(Late);
        script.Record(leg, "speak", EventKind.Command, failed: true);
        script.WaitSeconds(1, 2);
        script.Record(leg, "hangup", EventKind.Command, failed: true);
    }
}
