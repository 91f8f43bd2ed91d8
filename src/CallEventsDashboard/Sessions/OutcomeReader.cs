using System.Globalization;

namespace CallEventsDashboard.Sessions;

/// <summary>Says why the call ended, in no more words than its events bear out.</summary>
internal static class OutcomeReader
{
    /// <summary>A hang-up passes from one leg of a bridge to the other within this time.</summary>
    private static readonly TimeSpan Passing = TimeSpan.FromSeconds(5);

    public static Outcome Read(Leg? main, IReadOnlyList<Leg> legs, IReadOnlyList<Mark> marks, IReadOnlyList<Refusal> refusals, CallStanding standing, TimeSpan? age)
    {
        if (main?.Hangup is null)
            return new Outcome { Clauses = [.. Undecided.Read(legs, marks, standing, age)] };

        var leg = DecidingLeg(main, legs);
        var hangup = leg.Hangup!;
        return new Outcome { Deciding = hangup, Clauses = [.. Ending(leg, hangup), .. OutcomeContext.Of(leg, hangup, legs, marks, refusals)] };
    }

    /// <summary>The first leg's own hang-up, unless it only followed that of the leg it was bridged to.</summary>
    private static Leg DecidingLeg(Leg main, IReadOnlyList<Leg> legs)
    {
        var end = main.End;
        return main.Relations.Where(relation => relation.Kind == LegRelationKind.Bridge)
            .Select(relation => legs.FirstOrDefault(leg => leg.LegId == relation.OtherLegId))
            .FirstOrDefault(partner => partner?.End < end && end - partner.End <= Passing && LastCommand.HangupOf(main) is null) ?? main;
    }

    private static IEnumerable<OutcomeClause> Ending(Leg leg, Hangup hangup)
    {
        var command = LastCommand.HangupOf(leg);
        var cause = HangupWords.Of(leg, hangup, command);
        var sip = hangup.Sip is { } code and not ['2', ..] ? $" (SIP {code})" : "";
        yield return new OutcomeClause(cause + sip, hangup.Mark);
        if (OutcomePhase.At(leg, hangup) is { } phase)
            yield return new OutcomeClause(OutcomePhase.Words(leg, phase), phase.StartEvent, Continues: true);
        if (command is not null && hangup.Mark.At - command.At is { } delay)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"It had sent {PlainLine.Of(command.Name)} {SpanWords.Of(delay)} before");
            yield return new OutcomeClause(text, command);
        }
    }
}
