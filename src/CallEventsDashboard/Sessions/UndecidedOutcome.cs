using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>The outcome of a call whose deciding hang-up was not seen.</summary>
internal static class UndecidedOutcome
{
    private const string FaxFailed = "fax.failed";

    public static IEnumerable<OutcomeClause> Read(IReadOnlyList<Leg> legs, IReadOnlyList<Mark> marks, CallStatus status, TimeSpan? age)
    {
        if (marks.Count == 0)
            return [new OutcomeClause("There are no events to judge by", null) { IsOfNoEnd = true }];
        if (legs.Count == 0 && marks.Any(mark => Ends(mark) is not null))
            return WithoutLegs(marks);
        if (marks.All(mark => mark.IsRefused))
            return [new OutcomeClause($"Telnyx refused {VisibleText.Word(marks[0].Name)}{(Refusal.ReasonOf(marks[0]) is { } reason ? $": {reason}" : "")}", marks[0])];
        var last = marks.LastOrDefault(mark => mark.At is not null) ?? marks[^1];
        return
        [
            Verdict(marks, last, status, age) with { IsOfNoEnd = true },
            .. legs.Where(leg => leg.Hangup is not null)
                .Select(leg => new OutcomeClause($"On another leg, {HangupText.Within(leg, leg.Hangup!)}", leg.Hangup!.Mark)),
            new OutcomeClause($"The last event seen is {VisibleText.Word(last.Name)}", last),
        ];
    }

    private static OutcomeClause Verdict(IReadOnlyList<Mark> marks, Mark last, CallStatus status, TimeSpan? age) => status switch
    {
        CallStatus.InProgress when age is { } length => new($"In progress, {DurationText.Format(length)}", marks[0]),
        CallStatus.NoHangup => new("No hang-up recorded", last),
        _ when marks.LastOrDefault(mark => mark.Key == EventKeys.HungUp && mark.Event.LegId is null) is { } hangup =>
            new("Not enough evidence: hang-ups were seen, but they name no leg, so which of them ended the call, and why, is not known", hangup),
        _ => new("Not enough evidence: no hang-up of the call was seen, so whether and why it ended is not known", last),
    };

    /// <summary>Each fax, or conference as a whole, with its own end; what failed comes first.</summary>
    private static IEnumerable<OutcomeClause> WithoutLegs(IReadOnlyList<Mark> marks)
    {
        // Without ids every end is one of its own.
        var things = marks.Where(mark => Thing(mark) is not null).GroupBy(mark => Id(mark) ?? (Ends(mark) is null ? "" : mark.Fingerprint), StringComparer.OrdinalIgnoreCase)
            .Where(thing => thing.Key.Length > 0).OrderBy(thing => thing.Any(mark => mark.Key == FaxFailed) ? 0 : 1).ToList();
        return things.Select((thing, index) =>
        {
            var end = thing.LastOrDefault(mark => Ends(mark) is not null);
            var (name, mark) = (Thing(thing.First())!, end ?? thing.Last());
            var text = end is null ? $"The {name} was not seen to end" : Ends(end)!;
            var which = things.Count == 1 ? "The" : index == 0 ? "One" : "Another";
            return new OutcomeClause($"{which}{text["The".Length..]}", mark) { IsOfNoEnd = end is null };
        });
    }

    private static string? Thing(Mark mark) => mark.Key.StartsWith("fax.", StringComparison.Ordinal) ? "fax" : mark.Key.StartsWith("conference.", StringComparison.Ordinal) ? "conference" : null;

    private static string? Id(Mark mark) => CallEventBody.Payload(mark.Event).Text($"{Thing(mark)}_id");

    /// <summary>The end of what has no leg: a fax, or a conference as a whole.</summary>
    private static string? Ends(Mark mark) => mark.Key switch
    {
        "fax.delivered" => "The fax was delivered",
        "fax.received" => "The fax was received",
        FaxFailed => $"The fax failed: {VisibleText.Word((CallEventBody.Payload(mark.Event).Text("failure_reason") ?? "no reason is given").Replace('_', ' '))}",
        "conference.ended" => CallEventBody.Payload(mark.Event).Text("reason") switch
        {
            "all_left" => "The conference ended when everybody had left",
            "host_left" => "The conference ended when the host left",
            "time_exceeded" => "The conference reached its time limit",
            _ => "The conference ended",
        },
        _ => null,
    };
}
