using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Sessions;

/// <summary>A hang-up in words: cause and source as its leg saw them, seen from your application's side.</summary>
internal static class HangupText
{
    /// <summary>Causes that say by themselves that nobody had answered.</summary>
    private static readonly string[] Unanswered = ["no_answer", "timeout", "user_busy", "call_rejected", "not_found", "originator_cancel"];

    private const string Target = "the transfer target";

    public static bool IsOfUnanswered(Hangup hangup) => Unanswered.Contains(hangup.Cause, StringComparer.Ordinal);

    public static string Describe(Leg leg, Hangup hangup, Mark? command)
    {
        var far = FarEnd(leg);
        var target = leg.Direction == LegDirection.Incoming ? "your side" : far;
        return hangup.Cause switch
        {
            null or "normal_clearing" or "unspecified" or "originator_cancel" when IsDisputed(leg, command) => Capital($"{far} is named as the one who hung up"),
            _ when command is { Key: EventKeys.Reject } => "Your application rejected the call",
            null or "normal_clearing" or "unspecified" or "originator_cancel" when command is not null => "Your application hung up",
            { } cause when leg.IsAnswered && IsOfUnanswered(hangup) => $"The call ended with the cause {VisibleText.Word(cause)}",
            "normal_clearing" => HungUp(leg, far),
            "call_rejected" => leg.Direction == LegDirection.Incoming ? "The call was rejected" : Capital($"{target} rejected the call"),
            "originator_cancel" => leg.Direction == LegDirection.Incoming ? "The caller gave up before an answer" : $"The call was cancelled before {target} answered",
            "user_busy" => Capital($"{target} was busy"),
            "no_answer" => Capital($"{target} did not answer"),
            "timeout" => Capital($"{target} did not answer in time"),
            "time_limit" => "The call reached its time limit",
            "not_found" => leg.Direction == LegDirection.Incoming ? "The number or address called was not found" : $"The number or address of {target} was not found",
            null or "unspecified" => Unexplained(hangup),
            var other => $"The call ended with the cause {VisibleText.Word(other)}",
        };
    }

    /// <summary>Whether your application had sent the command to hang up, and the record names the other end.</summary>
    public static bool IsDisputed(Leg leg, Mark? command) => command is not null && HangupSideReader.Read(leg) == HangupSide.FarEnd;

    /// <summary>The party at the other end of a leg. The number of a transfer's target is not in the head of the page, as those of the caller and the called party are.</summary>
    private static string FarEnd(Leg leg) => leg switch
    {
        { Direction: LegDirection.Incoming } => "the caller",
        { Relation.Kind: LegRelationKind.Transfer } => $"{Target}{NumberOf(leg)}",
        { Direction: LegDirection.Outgoing } => "the called party",
        _ => "the other party",
    };

    /// <summary>The words of a hang-up as the rest of a sentence about another leg.</summary>
    public static string Within(Leg leg, Hangup hangup)
    {
        const string Call = "The call ";
        var (words, far) = (Describe(leg, hangup, LastCommand.HangupOf(leg)), FarEnd(leg));
        // "The call" would be the one that the sentence before was about.
        if (words.StartsWith(Call, StringComparison.Ordinal) && leg.Direction == LegDirection.Outgoing && !words.Contains(far, StringComparison.Ordinal))
            return $"the call to {far} {words[Call.Length..]}";
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>The words for how calls ended, without the numbers of the targets that they were transferred to.</summary>
    public static string WithoutTargets(string text, IEnumerable<Leg> legs) =>
        legs.Where(leg => leg.Relation?.Kind is LegRelationKind.Transfer).Select(NumberOf).Where(number => number.Length > 0).Aggregate(text, (words, number) => words
            .Replace($"{Target}{number}", Target, StringComparison.Ordinal).Replace($"{Capital(Target)}{number}", Capital(Target), StringComparison.Ordinal));

    private static string NumberOf(Leg leg) => leg.To is { Length: > 0 } to ? $" {VisibleText.Isolate(PhoneText.International(VisibleText.Word(to)))}" : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string HungUp(Leg leg, string far) => (HangupSideReader.Read(leg), leg.Hangup?.Source) switch
    {
        (HangupSide.FarEnd, _) => Capital($"{far} hung up"),
        (HangupSide.OwnEnd, _) when Bridges.IsHungUpOutOf(leg) => "The call was ended from the other side of the bridge",
        (HangupSide.OwnEnd, _) => "Your side hung up",
        (_, "caller" or "callee") => $"The {leg.Hangup?.Source} of this leg hung up",
        _ => "Someone hung up; Telnyx doesn't say who",
    };

    private static string Unexplained(Hangup hangup) =>
        hangup.Sip is ['3' or '4' or '5' or '6', ..] ? "The call failed" : "The call ended without a reason given";
}
