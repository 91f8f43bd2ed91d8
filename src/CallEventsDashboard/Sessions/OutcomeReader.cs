using System.Globalization;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Says why the call ended, in no more words than its events bear out.</summary>
internal static class OutcomeReader
{
    public static Outcome Read(Leg? main, IReadOnlyList<Leg> legs, IReadOnlyList<Mark> marks, IReadOnlyList<Refusal> refusals, CallStatus status, TimeSpan? age)
    {
        if (main?.Hangup is null)
            return new Outcome { Clauses = [.. UndecidedOutcome.Read(legs, marks, status, age)] };

        var leg = DecidingLeg(main, legs);
        var hangup = leg.Hangup!;
        return new Outcome { Deciding = hangup, Clauses = [.. Ending(leg, hangup), .. OutcomeContext.Describe(leg, hangup, legs, marks, refusals)] };
    }

    /// <summary>The first leg's own hang-up, unless it only followed that of the leg it was bridged to.</summary>
    private static Leg DecidingLeg(Leg main, IReadOnlyList<Leg> legs)
    {
        if (LastCommand.HangupOf(main) is not null)
            return main;
        return main.Relations.Where(relation => relation.Kind == LegRelationKind.Bridge)
            .Select(relation => legs.FirstOrDefault(leg => leg.LegId == relation.OtherLegId))
            .FirstOrDefault(partner => partner?.End < main.End && Bridges.AreHungUpTogether(main, partner)) ?? main;
    }

    private static IEnumerable<OutcomeClause> Ending(Leg leg, Hangup hangup)
    {
        var command = LastCommand.HangupOf(leg);
        var cause = HangupText.Describe(leg, hangup, command);
        var sip = hangup.Sip is { } code and not ['2', ..] ? $" (SIP {code})" : "";
        yield return new OutcomeClause(cause + sip, hangup.Mark);
        if (OutcomePhase.At(leg, hangup) is { } phase)
            yield return new OutcomeClause(OutcomePhase.Words(leg, phase), phase.StartEvent, Continues: true);
        if (command is not null && hangup.Mark.At - command.At is { } delay)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{(HangupText.IsDisputed(leg, command) ? "Your application" : "It")} had sent {VisibleText.Word(command.Name)} {DurationText.Format(delay)} before");
            yield return new OutcomeClause(text, command);
        }
    }
}
