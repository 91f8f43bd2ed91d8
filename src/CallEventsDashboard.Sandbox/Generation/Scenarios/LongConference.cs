namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>One session of many events: a room of many legs, in which announcements are spoken and keys are pressed for hours.</summary>
internal static class LongConference
{
    private const int MostRowsOfAnEnd = 2;
    private const int MostRowsOfAnAnnouncement = 9;

    /// <summary>The longest time between two announcements, in milliseconds.</summary>
    private const int MostPause = 1500;

    /// <param name="events">The rows of the session: not more, and fewer by some fifty at most.</param>
    /// <param name="end">When the last leg hangs up, or a little earlier.</param>
    public static CallScript Play(Rng rng, int events, int mostLegs, long end)
    {
        var script = new CallScript(rng, end - (events * MostPause / 2 * Micros.Millisecond));
        var session = script.OpenSession();
        var legs = new Leg[Math.Clamp(events / 10, 1, Math.Max(1, mostLegs))];
        for (var i = 0; i < legs.Length; i++)
        {
            legs[i] = script.OpenLeg(Account.Meetings, incoming: true, session);
            script.Webhook(legs[i], "call.initiated");
            script.Answered(legs[i]);
        }

        while (script.Rows.Count < events - (legs.Length * MostRowsOfAnEnd) - MostRowsOfAnAnnouncement)
            Announce(script, rng.Pick<Leg>(legs), rng.Below(3));
        foreach (var leg in legs)
            script.HangUp(leg);
        return script;
    }

    private static void Announce(CallScript script, Leg leg, int digits)
    {
        script.Wait(50, MostPause);
        script.Command(leg, "speak");
        script.Webhook(leg, "call.speak.started");
        script.Wait(200, 900);
        for (; digits > 0; digits--)
            script.Webhook(leg, "call.dtmf.received");
        script.Webhook(leg, "call.speak.ended");
    }
}
