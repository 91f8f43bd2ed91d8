namespace CallEventsDashboard.Sessions;

/// <summary>The call as a ladder of your application's conversation with Telnyx. It shows no SIP messages.</summary>
public sealed record Ladder(IReadOnlyList<LadderStep> Steps)
{
    /// <summary>Every timed mark of the session once, and the parties' actions that those marks imply.</summary>
    public static Ladder Create(CallSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var lanes = session.Lanes.SelectMany(leg => leg.AllMarks, (leg, mark) => (Leg: leg, Mark: mark)).Where(row => row.Mark.At is not null).OrderBy(row => row.Mark.Order);
        var steps = new List<LadderStep>();
        DateTimeOffset? previous = null;
        foreach (var (leg, mark) in lanes)
        {
            var at = mark.At ?? default;
            var sinceStart = at - (session.Start ?? at);
            var sincePrevious = at - (previous ?? at);
            if (ActOf(leg, mark) is { } act)
                steps.Add(new LadderStep(act.Source, act.Target, act.Label, mark, leg.LegId, IsImplied: true, sinceStart, sincePrevious));
            var (source, target) = Direction(mark);
            steps.Add(new LadderStep(source, target, mark.Name, mark, leg.LegId, IsImplied: false, sinceStart, steps.Count > 0 && steps[^1].Mark == mark ? TimeSpan.Zero : sincePrevious));
            previous = at;
        }

        return new Ladder(steps);
    }

    private static (LadderParty Source, LadderParty Target) Direction(Mark mark) => mark switch
    {
        { IsCommand: true } => (LadderParty.Application, LadderParty.Telnyx),
        { IsWebhook: true } or { Key: EventKeys.Fetch } => (LadderParty.Telnyx, LadderParty.Application),
        _ => (LadderParty.Telnyx, LadderParty.Telnyx),
    };

    private static (LadderParty Source, LadderParty Target, string Label)? ActOf(Leg leg, Mark mark)
    {
        if (leg.Direction == LegDirection.Unknown)
            return null;
        var isIncoming = leg.Direction == LegDirection.Incoming;
        var party = isIncoming ? LadderParty.Caller : LadderParty.Callee;
        return mark.Key switch
        {
            EventKeys.Initiated => isIncoming ? (party, LadderParty.Telnyx, "calls") : (LadderParty.Telnyx, party, "calls"),
            EventKeys.Answered => isIncoming ? (LadderParty.Telnyx, party, "answers") : (party, LadderParty.Telnyx, "answers"),
            EventKeys.DtmfReceived => (party, LadderParty.Telnyx, "presses a key"),
            EventKeys.HungUp when leg.Hangup?.Mark == mark => HangupSideReader.Read(leg) switch
            {
                HangupSide.FarEnd => (party, LadderParty.Telnyx, "hangs up"),
                HangupSide.OwnEnd => (LadderParty.Telnyx, party, "hangs up"),
                _ => null,
            },
            _ => null,
        };
    }
}
