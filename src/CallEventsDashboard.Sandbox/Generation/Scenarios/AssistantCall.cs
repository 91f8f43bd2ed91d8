namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>An AI assistant answers; its internal steps are recorded too, its conclusions come after the hang-up.</summary>
internal static class AssistantCall
{
    public static void Play(CallScript script) => Play(script, isNamed: true);

    /// <summary>The application has no webhooks of conversations.</summary>
    public static void PlayUnnamed(CallScript script) => Play(script, isNamed: false);

    private static void Play(CallScript script, bool isNamed)
    {
        var leg = script.OpenLeg(Account.Receptionist, incoming: true);
        script.Webhook(leg, "call.initiated");
        InboundCall.Greet(script, leg);
        script.Command(leg, "record_start");
        script.Command(leg, "ai_assistant_start");
        script.Wait(300, 900);
        if (isNamed)
            script.Webhook(leg, "call.conversation.created");
        script.Command(leg, "rtp_streaming_start");
        script.Command(leg, "playback_start");
        script.Command(leg, "stream_start");
        for (var turns = script.Rng.Between(1, 5); turns > 0; turns--)
        {
            script.WaitSeconds(2, 12);
            script.Webhook(leg, "call.transcription");
        }

        if (script.Rng.Chance(0.3))
        {
            script.Command(leg, "gather_using_ai");
            script.WaitSeconds(4, 20);
            script.Webhook(leg, "call.ai_gather.ended");
        }

        script.Command(leg, "hangup");
        script.Wait(100, 300);
        script.HangUp(leg, source: "callee");
        if (isNamed)
            script.Webhook(leg, "call.conversation.ended");
        Aftermath.Play(script, leg, recorded: true);
        if (!isNamed)
            return;
        script.WaitSeconds(2, 10);
        script.Webhook(leg, "call.conversation_insights.generated");
    }
}
