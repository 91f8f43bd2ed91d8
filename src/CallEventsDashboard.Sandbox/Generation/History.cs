using CallEventsDashboard.Sandbox.Generation.Scenarios;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>What happened before the start: the asked number of rows in the last 24 hours, and a few days more that only ids reach.</summary>
internal static class History
{
    private const int OlderDays = 6;
    private const int OlderShare = 20;
    private const int RowsPerOngoingCall = 500;

    public static RowTable Build(int events, int longSession, int longSessionLegs, ulong seed, long end)
    {
        var rng = new Rng(seed);
        var rows = new RowTable();
        var horizon = end - Micros.Day;
        var inside = 0;
        if (longSession > 0)
            inside += Keep(LongConference.Play(rng, Math.Min(longSession, events), longSessionLegs, end));
        while (inside < events && rows.Count - inside < events / OlderShare)
            inside += Keep(ScenarioMix.Play(rng, LoadCurve.Draw(rng, horizon - (OlderDays * Micros.Day), horizon)));
        for (var ongoing = events / RowsPerOngoingCall; ongoing > 0; ongoing--)
            inside += Keep(Ongoing(rng, end, ringing: ongoing % 2 == 0));
        while (inside < events)
            inside += Keep(ScenarioMix.Play(rng, LoadCurve.Draw(rng, horizon, end)));
        return rows;

        int Keep(CallScript script)
        {
            var added = 0;
            foreach (var row in script.Rows)
            {
                var counts = row.Time >= horizon && row.Time <= end;
                if (row.Time > end || (counts && inside + added == events))
                    break;
                rows.Add(row);
                row.Leg.Session.KnownUntil = row.Time;
                added += counts ? 1 : 0;
            }

            foreach (var leg in script.Legs.Where(leg => leg.EndedAt <= end && inside + added < events))
                leg.Session.KnownUntil = end;
            return added;
        }
    }

    /// <summary>A call that the end of the history cuts: without these, a small account would have none that rings or talks now.</summary>
    private static CallScript Ongoing(Rng rng, long end, bool ringing)
    {
        if (!ringing)
            return ScenarioMix.Play(rng, end - (rng.Between(5, 60) * Micros.Second));
        var script = new CallScript(rng, end - (rng.Between(1500, 3500) * Micros.Millisecond));
        OutboundCall.Play(script);
        return script;
    }
}
