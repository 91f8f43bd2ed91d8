using CallEventsDashboard.Sandbox.Generation.Scenarios;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>The events before the start: those of the last 24 hours, and a few days more that only ids find.</summary>
internal static class History
{
    private const int OlderDays = 6;
    private const int OlderShare = 20;
    private const int RowsPerOngoingCall = 500;

    public static RowTable Build(SandboxOptions options, ulong seed, long end)
    {
        var rng = new Rng(seed);
        var rows = new RowTable();
        var horizon = end - Micros.Day;
        var span = Math.Min((long)options.Span.TotalMicroseconds, Micros.Day);
        var beyond = horizon - (Micros.Day - span);
        var (events, inside) = (options.Events, 0);

        // First, as texts go by the number of a leg.
        foreach (var script in Texts(options, seed, span, end).Concat(NamedScenarios.Play(options.Scenarios, seed, span, end)))
            Keep(script, int.MaxValue);
        if (options.LongSession > 0)
            inside += Keep(LongConference.Play(rng, Math.Min(options.LongSession, events), options.LongSessionLegs, end), events);
        for (var older = 0; inside < events && older < events / OlderShare;)
        {
            var count = rows.Count;
            var added = Keep(ScenarioMix.Play(rng, LoadCurve.Draw(rng, beyond - (OlderDays * Micros.Day), beyond, end)), events - inside);
            inside += added;
            older += rows.Count - count - added;
        }

        for (var ongoing = events / RowsPerOngoingCall; ongoing > 0; ongoing--)
            inside += Keep(Ongoing(rng, end, ringing: ongoing % 2 == 0), events - inside);
        while (inside < events)
            inside += Keep(ScenarioMix.Play(rng, LoadCurve.Draw(rng, end - span, end, end)), events - inside);
        if (options.TiedRows > 0)
            rows.Tie(options.TiedRows);
        return rows;

        int Keep(CallScript script, int most)
        {
            var added = 0;
            foreach (var row in script.Rows)
            {
                var counts = row.Time >= horizon && row.Time <= end;
                if (row.Time > end || (counts && added == most))
                    break;
                rows.Add(row);
                row.Leg.Session.KnownUntil = row.Time;
                added += counts ? 1 : 0;
            }

            foreach (var leg in script.Legs.Where(leg => leg.EndedAt <= end && added < most))
                leg.Session.KnownUntil = end;
            return added;
        }
    }

    private static IEnumerable<CallScript> Texts(SandboxOptions options, ulong seed, long span, long end)
    {
        var rng = new Rng(Rng.Mix(seed ^ 0x7E87));
        return (options.Texts.Count, options.PreservedFields) switch
        {
            (0, _) => [],
            (var count, PreservedFields.Names) => TextCalls.Sessions(rng, count, span, end),
            (var count, _) => [TextCalls.Records(rng, count, span, end)],
        };
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
