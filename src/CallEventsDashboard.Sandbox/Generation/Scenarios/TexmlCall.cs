namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>TeXML: answered at once, instructions fetched from the customer's server, names with underscores; a dial makes a child leg.</summary>
internal static class TexmlCall
{
    public static void Play(CallScript script)
    {
        var leg = script.OpenLeg(script.Rng.Chance(0.7) ? Account.Hotline : Account.Survey, incoming: true);
        script.Scripting(leg, "call_initiated");
        script.Answered(leg, "call_answered", EventKind.ScriptingWebhook);
        Fetch(script, leg);
        script.Command(leg, "SPEAK_STARTED");
        for (var turns = script.Rng.Between(1, 3); turns > 0; turns--)
        {
            script.Command(leg, "TRANSCRIPTION_START");
            script.WaitSeconds(2, 12);
            Fetch(script, leg);
        }

        if (script.Rng.Chance(0.4))
            Child(script, leg);
        script.WaitSeconds(2, 30);
        script.HangUp(leg, name: "call_hangup", kind: EventKind.ScriptingWebhook);
    }

    private static void Fetch(CallScript script, Leg leg)
    {
        script.Wait(50, 400);
        script.Command(leg, "instructions.fetch");
    }

    private static void Child(CallScript script, Leg parent)
    {
        var child = script.OpenLeg(parent.Connection, incoming: false, parent.Session, from: parent.To);
        script.Command(child, "dial");
        script.Wait(200, 600);
        script.Scripting(child, "call_initiated");
        script.WaitSeconds(2, 15);
        if (script.Rng.Chance(0.25))
        {
            script.HangUp(child, "user_busy", "486", "callee", "call_hangup", EventKind.ScriptingWebhook);
            return;
        }

        script.Answered(child, "call_answered", EventKind.ScriptingWebhook);
        script.WaitSeconds(10, 120);
        script.HangUp(child, "normal_clearing", "200", "callee", "call_hangup", EventKind.ScriptingWebhook);
    }
}
