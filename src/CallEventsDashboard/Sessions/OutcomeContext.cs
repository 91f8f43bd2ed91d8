using System.Globalization;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>The events before the end that help to understand it; each sentence with its proof.</summary>
internal static class OutcomeContext
{
    public static IEnumerable<OutcomeClause> Describe(Leg deciding, Hangup hangup, IReadOnlyList<Leg> legs, IReadOnlyList<Mark> marks, IReadOnlyList<Refusal> refusals)
    {
        foreach (var leg in legs.Where(leg => leg != deciding && leg is { IsAnswered: false, Hangup: not null } && !(leg.End > hangup.Mark.At)))
            yield return new OutcomeClause($"Before that, {HangupText.Within(leg, leg.Hangup!)}", leg.Hangup!.Mark);
        if (ContinuedSession(deciding, hangup, legs) is { } continued)
            yield return continued;
        foreach (var mark in marks.Where(mark => mark.Key == "call.conversation.ended"))
        {
            if (CallEventBody.Payload(mark.Event).Text("reason") is { } reason && reason != "completed")
                yield return new OutcomeClause($"The assistant's conversation ended with {VisibleText.Word(reason)}", mark);
        }

        if (deciding.Marks.LastOrDefault(mark => mark.Key.StartsWith("call.machine.", StringComparison.Ordinal) && mark.Key.EndsWith("detection.ended", StringComparison.Ordinal)) is { } detected
            && CallEventBody.Payload(detected.Event).Text("result") is { } result and ("machine" or "fax_detected" or "silence"))
            yield return new OutcomeClause($"The detection of a machine had found {Found(result)}", detected);
        if (LastCommand.Find(deciding) is { } command && LastCommand.HangupOf(deciding) is null && hangup.Mark.At - command.At is { } elapsed)
            yield return new OutcomeClause(LastCommandText(command, elapsed), command);
        if (refusals.FirstOrDefault(refusal => refusal.HungUp == hangup.Mark) is { } late)
            yield return new OutcomeClause($"Telnyx refused {VisibleText.Word(late.Command.Name)}, sent {DurationText.Format(late.Command.At!.Value - hangup.Mark.At!.Value)} after the end{Reason(late.Command)}", late.Command);
        if (UndeliveredWebhook(deciding) is { } webhook)
            yield return new OutcomeClause($"The webhook {VisibleText.Word(webhook.Name)} was not delivered, and no command followed it on that leg", webhook);
    }

    /// <summary>That the end of this leg was not the end of the session.</summary>
    private static OutcomeClause? ContinuedSession(Leg deciding, Hangup hangup, IReadOnlyList<Leg> legs)
    {
        if (legs.Where(leg => leg != deciding && leg.Marks.LastOrDefault(mark => mark.At is not null)?.At - hangup.Mark.At > Bridges.Passing).MaxBy(leg => leg.End ?? DateTimeOffset.MaxValue) is not { } last)
            return null;
        var mark = last.Hangup?.Mark ?? last.Marks.Last(mark => mark.At is not null);
        var until = last.Hangup is { } end ? $"until {HangupText.Within(last, end)}" : $"at least until {VisibleText.Word(mark.Name)} on another leg";
        return new OutcomeClause($"The session went on for {DurationText.Format(mark.At!.Value - hangup.Mark.At!.Value)} after that, {until}", mark);
    }

    private static string LastCommandText(Mark command, TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture,
        $"Your application's last command on that leg was {VisibleText.Word(command.Name)}, {DurationText.Format(elapsed)} before the end{(command.IsRefused ? $"; Telnyx refused it{Reason(command)}" : "")}");

    private static string Reason(Mark command) => Refusal.ReasonOf(command) is { } reason ? $" ({reason})" : "";

    /// <summary>A webhook that never reached the application, after which the application said no more.</summary>
    private static Mark? UndeliveredWebhook(Leg leg)
    {
        var last = LastCommand.Find(leg);
        return leg.Marks.FirstOrDefault(mark => mark is { IsWebhook: true, IsFailed: true, LacksAttempts: false } && mark.Key != EventKeys.HungUp && mark.Order > (last?.Order ?? -1));
    }

    private static string Found(string result) => result switch
    {
        "machine" => "an answering machine",
        "fax_detected" => "a fax machine",
        _ => "silence",
    };
}
