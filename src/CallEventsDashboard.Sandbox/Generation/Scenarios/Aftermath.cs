namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>Events after the end of a call.</summary>
internal static class Aftermath
{
    public static void Play(CallScript script, Leg leg, bool recorded)
    {
        script.Wait(150, 600);
        if (recorded)
        {
            script.Webhook(leg, script.Rng.Chance(0.03) ? "call.recording.error" : "call.recording.saved");
            script.Wait(900, 5000);
            if (script.Rng.Chance(0.25))
                script.Webhook(leg, "call.recording.transcription.saved");
        }

        script.WaitSeconds(1, 4);
        if (script.Rng.Chance(0.5))
            script.Webhook(leg, "call.cost");
    }
}
