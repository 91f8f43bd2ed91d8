namespace CallEventsDashboard.Sessions;

/// <summary>What can be said when the hang-up that would decide was not seen.</summary>
internal static class Undecided
{
    public static IEnumerable<OutcomeClause> Read(IReadOnlyList<Leg> legs, IReadOnlyList<Mark> marks, CallStanding standing, TimeSpan? age)
    {
        if (marks.Count == 0)
            return [new OutcomeClause("There is no event to tell from", null)];
        if (legs.Count == 0 && marks.LastOrDefault(mark => Ends(mark) is not null) is { } end)
            return [new OutcomeClause(Ends(end)!, end)];
        if (marks.All(mark => mark.IsRefused))
            return [new OutcomeClause($"Telnyx refused {PlainLine.Of(marks[0].Name)}{(Refusal.ReasonOf(marks[0]) is { } reason ? $": {reason}" : "")}", marks[0])];
        var last = marks.LastOrDefault(mark => mark.At is not null) ?? marks[^1];
        return
        [
            Verdict(standing, age),
            .. legs.Where(leg => leg.Hangup is not null)
                .Select(leg => new OutcomeClause($"On another leg, {HangupWords.Within(leg, leg.Hangup!)}", leg.Hangup!.Mark)),
            new OutcomeClause($"The last event seen is {PlainLine.Of(last.Name)}", last),
        ];
    }

    private static OutcomeClause Verdict(CallStanding standing, TimeSpan? age) => new(
        standing switch
        {
            CallStanding.InProgress when age is { } length => $"In progress, {SpanWords.Of(length)}",
            CallStanding.NoHangup => "No hang-up recorded",
            _ => "Not enough evidence: no hang-up of the call was seen, so whether and why it ended is not known",
        },
        null);

    /// <summary>The end of what has no leg: a fax, or a conference as a whole.</summary>
    private static string? Ends(Mark mark) => mark.Key switch
    {
        "fax.delivered" => "The fax was delivered",
        "fax.received" => "The fax was received",
        "fax.failed" => $"The fax failed: {PlainLine.Of((Payload.Of(mark.Event).Text("failure_reason") ?? "no reason is given").Replace('_', ' '))}",
        "conference.ended" => Payload.Of(mark.Event).Text("reason") switch
        {
            "all_left" => "The conference ended when everybody had left",
            "host_left" => "The conference ended when the host left",
            "time_exceeded" => "The conference reached its time limit",
            _ => "The conference ended",
        },
        _ => null,
    };
}
