namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>Two to five people meet; what concerns the room as a whole has no leg.</summary>
internal static class ConferenceCall
{
    public static void Play(CallScript script)
    {
        var conference = Ids.Random(script.Rng);
        var room = script.OpenSubject(Account.Meetings, conference, incoming: true, from: null, to: null);
        var people = new List<Leg>();
        for (var i = script.Rng.Between(2, 5); i > 0; i--)
            people.Add(Join(script, room, conference, first: people.Count == 0));
        script.Command(room, "play");
        script.Wait(100, 300);
        script.Webhook(room, "conference.playback.started");
        script.WaitSeconds(5, 30);
        script.Webhook(room, "conference.playback.ended");
        script.WaitSeconds(60, 900);
        if (script.Rng.Chance(0.4))
            script.Webhook(people[0], "conference.floor.changed");
        foreach (var person in people)
            Leave(script, person);
        room.EndedAt = room.Session.EndedAt = script.Clock;
        script.Webhook(room, "conference.ended");
        script.WaitSeconds(1, 3);
        script.Webhook(room, "conference.recording.saved");
    }

    private static Leg Join(CallScript script, Leg room, Guid conference, bool first)
    {
        var session = script.OpenSession();
        var leg = script.Keep(new Leg
        {
            Id = Ids.TimeBased(script.Clock, script.Rng),
            Session = session,
            Connection = Account.Meetings,
            From = Account.OtherNumber(script.Rng),
            To = Account.OwnNumber(script.Rng),
            Incoming = true,
            Seed = script.Rng.Next(),
            StartedAt = script.Clock,
            Subject = conference,
        });
        script.Webhook(leg, "call.initiated");
        script.Command(leg, "answer");
        script.Wait(100, 400);
        script.Answered(leg);
        script.Command(leg, first ? "create" : "join");
        script.Wait(60, 200);
        if (first)
        {
            room.Session.AnsweredAt = script.Clock;
            room.CreatorSession = session.Id;
            script.Together("conference.created", room);
        }

        script.Together("conference.participant.joined", leg);
        script.WaitSeconds(1, 20);
        return leg;
    }

    private static void Leave(CallScript script, Leg person)
    {
        script.HangUp(person);
        script.Together("conference.participant.left", person);
        script.WaitSeconds(1, 30);
    }
}
