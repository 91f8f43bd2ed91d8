namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>
/// Calls that show each of the given texts once in each place: the texts go by the number of the leg, so there is a leg for every text, and nothing is left to
/// chance that could hide one.
/// </summary>
internal static class TextCalls
{
    private const long LongestGap = 10 * Micros.Second;
    private const long StepSpread = 4 * Micros.Second;
    private const long SessionLength = 60 * Micros.Second;

    // Seconds since the beginning. The slowest answer of the application is one whose webhook and command both have foreign names.
    private static readonly (int At, Action<CallScript, Leg> Write)[] Steps =
    [
        (0, (script, leg) => script.Record(leg, "call.initiated", EventKind.Webhook)),
        (5, (script, leg) => script.Record(leg, "answer", EventKind.Command)),
        (10, (script, leg) => script.Answered(leg)),
        (15, (script, leg) => script.Record(leg, "call.speak.ended", EventKind.Webhook)),
        (25, (script, leg) => script.Record(leg, "speak", EventKind.Command)),
        (30, (script, leg) => script.Record(leg, "call.gather.ended", EventKind.Webhook, failed: true)),
        (35, (script, leg) => script.Record(leg, "playback_start", EventKind.Command)),
        (40, (script, leg) => script.Record(leg, Untyped, EventKind.Webhook)),
        (45, End),
    ];

    /// <summary>The name of the records whose type is a foreign text as well.</summary>
    public const string Untyped = "call.recording.saved";

    /// <summary>For each text two records of a leg of its own: the first half of the legs is written in one shape, the other half in the other.</summary>
    public static CallScript Records(Rng rng, int texts, long span, long end)
    {
        var gap = Gap(2 * texts, span);
        var script = new CallScript(rng, end - (2 * texts * gap), Turn.None);
        for (var i = 0; i < 2 * texts; i++)
        {
            script.Record(script.OpenLeg(Account.Ivr, incoming: true), "call.hangup", EventKind.Webhook);
            script.Pass(gap);
        }

        return script;
    }

    /// <summary>For each text a session of one leg, and after them a session that has a leg for each.</summary>
    public static IEnumerable<CallScript> Sessions(Rng rng, int texts, long span, long end)
    {
        var gap = Gap(texts, span);
        for (var i = 0; i < texts; i++)
            yield return Session(rng, 1, end - (2 * SessionLength) - ((texts - i) * gap));
        yield return Session(rng, texts, end - SessionLength);
    }

    /// <summary>All legs take a step before one of them takes the next: rows of one kind follow each other.</summary>
    private static CallScript Session(Rng rng, int legs, long start)
    {
        var script = new CallScript(rng, start, Turn.None);
        var session = script.OpenSession();
        var opened = new List<Leg>(legs);
        for (var i = 0; i < legs; i++)
        {
            opened.Add(script.OpenLeg(Account.Ivr, incoming: true, session));
            // Of so many legs of one instant two might have the same id.
            script.Pass(1);
        }

        foreach (var (at, write) in Steps)
        {
            script.Pass(Math.Max(0, start + (at * Micros.Second) - script.Clock));
            foreach (var leg in opened)
            {
                write(script, leg);
                script.Pass(StepSpread / legs);
            }
        }

        return script;
    }

    private static void End(CallScript script, Leg leg)
    {
        leg.EndedAt = leg.Session.EndedAt = script.Clock;
        script.Record(leg, "call.hangup", EventKind.Webhook);
    }

    /// <summary>As far apart as the first half of the account's time allows.</summary>
    private static long Gap(int count, long span) => Math.Min(LongestGap, span / 2 / count);
}
