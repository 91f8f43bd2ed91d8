using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Finds what a programmer looks for first: a webhook without a command, a command sent twice, a command that came too late. Where it can't be sure, it says nothing.</summary>
internal static class Reactions
{
    private const string Cost = "call.cost";
    private const string CommandId = "command_id";

    /// <summary>What stands for a text of which only the length is shown: two of them may be the same or not.</summary>
    private const string HiddenText = "hidden, ";

    /// <summary>Telnyx records an event some 20 s late at most: three times that is waited for.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    /// <summary>Commands that are sent again and again with the same parameters, and rightly so.</summary>
    private static readonly string[] Repeatable = ["send.dtmf", "send.sip.info", "send.message", "client.state.update", "suppression.start"];

    /// <summary>What happens to a leg without the application's doing.</summary>
    private static readonly string[] Passive = [EventKeys.HungUp, EventKeys.DtmfReceived, Cost];

    /// <summary>Legs of an application that was told of a call, or of its answer, and sent no command for more than 10 s. Only of a session that was read whole.</summary>
    public static IEnumerable<SessionFlag> Missing(IReadOnlyList<Leg> legs, Leg? legless, CallStatus status, SessionExtent extent, DateTimeOffset? asOf)
    {
        if (extent is not SessionExtent.Whole)
            yield break;
        List<Mark> all = [.. (legless is null ? legs : legs.Append(legless)).SelectMany(lane => lane.AllMarks)];
        foreach (var leg in legs.Where(leg => !IsScripted(leg)))
        {
            if (Unanswered(leg, all) is not { } webhook || ResponseTimeReader.ArrivedAt(webhook) is not { } arrived || Until(leg, arrived, status, asOf) is not { } silence)
                continue;
            var until = leg.Hangup is { } hangup ? $"until the end: {HangupText.Within(leg, hangup)}" : "so far";
            var text = $"The log has no command of your application after {VisibleText.Word(webhook.Name)} was delivered, for {DurationText.Format(silence)} {until}.";
            yield return new SessionFlag(SessionFlagKind.NoReaction, text, leg.LegId, leg.Hangup is { } end ? [webhook, end.Mark] : [webhook]);
        }
    }

    /// <summary>Commands of one name and the same parameters that one leg got twice after one webhook, with nothing between them that asks for another.</summary>
    public static IEnumerable<SessionFlag> Repeated(IReadOnlyList<Leg> legs)
    {
        (Mark Mark, DateTimeOffset At)? asked = null;
        var sent = new Dictionary<(string LegId, string Key), Mark>();
        var told = new HashSet<Mark>();
        foreach (var (leg, mark) in legs.SelectMany(leg => leg.AllMarks, (leg, mark) => (leg, mark)).Where(step => step.mark.At is not null).OrderBy(step => step.mark.Order))
        {
            if (mark.Key == EventKeys.Fetch || (mark.IsWebhook && ResponseTimeReader.Asks(leg, mark)))
            {
                // What was not delivered asks for nothing, and ends the time in which two commands can be answers to one webhook all the same.
                asked = mark.IsWebhook && ResponseTimeReader.ArrivedAt(mark) is { } arrived ? (mark, arrived) : null;
                sent.Clear();
                continue;
            }

            if (asked is not { } webhook || !mark.IsCommand || mark.At - webhook.At > ResponseTimeReader.Longest || mark.At > leg.End || Repeatable.Contains(mark.Key, StringComparer.Ordinal))
                continue;
            if (!sent.TryAdd((leg.LegId, mark.Key), mark) && sent[(leg.LegId, mark.Key)] is var first && AreAlike(first, mark) && told.Add(first))
            {
                var text = $"Your application sent {VisibleText.Word(mark.Name)} twice with the same parameters, {DurationText.Format(mark.At!.Value - first.At!.Value)} apart, after one webhook: perhaps it handled {VisibleText.Word(webhook.Mark.Name)} twice.";
                yield return new SessionFlag(SessionFlagKind.RepeatedCommand, text, leg.LegId, [webhook.Mark, first, mark]);
            }
        }
    }

    /// <summary>Commands that Telnyx accepted after the hang-up of their leg. Those that it refused are told with their refusal.</summary>
    public static IEnumerable<SessionFlag> Late(IReadOnlyList<Leg> legs)
    {
        foreach (var leg in legs)
        {
            List<Mark> late = [.. leg.AfterHangup.Where(mark => mark is { IsCommand: true, IsRefused: false } && mark.At > leg.End)];
            if (late.Count == 0 || leg.Hangup is not { } hangup)
                continue;
            var after = DurationText.Format(late[0].At!.Value - leg.End!.Value);
            var text = late.Count == 1
                ? $"The command {VisibleText.Word(late[0].Name)} came {after} after the end of its leg: {HangupText.Within(leg, hangup)}."
                : $"{late.Count} commands came after the end of their leg, {VisibleText.Word(late[0].Name)} as the first, {after} after it: {HangupText.Within(leg, hangup)}.";
            yield return new SessionFlag(SessionFlagKind.CommandAfterEnd, text, leg.LegId, [late[0], hangup.Mark]);
        }
    }

    /// <summary>The webhook of a leg that calls for a command, where nothing shows that one was sent.</summary>
    private static Mark? Unanswered(Leg leg, List<Mark> all)
    {
        var answered = leg.Marks.FirstOrDefault(mark => mark.Key == EventKeys.Answered);
        var called = leg.Marks.FirstOrDefault(mark => mark is { IsWebhook: true, Key: EventKeys.Initiated });
        // Whoever sent the first command of a leg controls it; of another leg, somebody else may.
        if (answered is { IsWebhook: true } && leg.Marks.Any(mark => mark is { IsCommand: true, IsRefused: false, Key: EventKeys.Answer or EventKeys.Dial }))
            return all.Exists(mark => mark.Order > answered.Order && (mark.IsCommand || !Passive.Contains(mark.Key, StringComparer.Ordinal))) ? null : answered;
        if (answered is null && called is not null && leg.Direction is LegDirection.Incoming)
            return all.Exists(mark => mark.IsCommand || mark.Key is EventKeys.Fetch or EventKeys.Bridged) ? null : called;
        return null;
    }

    /// <summary>How long nothing came; null where that is not long enough, or where commands may not be in the log yet.</summary>
    private static TimeSpan? Until(Leg leg, DateTimeOffset arrived, CallStatus status, DateTimeOffset? asOf)
    {
        var silence = leg.End is { } ended ? (asOf - ended <= Settling ? null : ended - arrived)
            : status is CallStatus.InProgress && asOf - arrived > Settling ? asOf - arrived : null;
        return silence > ResponseTimeReader.Longest ? silence : null;
    }

    // TeXML answers in the answer to the webhook, of which the log has nothing.
    private static bool IsScripted(Leg leg) => leg.AllMarks.Any(mark => mark.Key == EventKeys.Fetch
        || mark.Event.Type.Contains("scripting", StringComparison.OrdinalIgnoreCase) || "texml".Equals(mark.Event.Product, StringComparison.OrdinalIgnoreCase));

    private static bool AreAlike(Mark first, Mark second)
    {
        var (one, other) = (CallEventBody.Payload(first.Event), CallEventBody.Payload(second.Event));
        // Telnyx itself ignores a command with the id of another.
        return !(one.Text(CommandId) is { } id && id == other.Text(CommandId)) && Parameters(one) is { } own && Parameters(other) is { } its
            && own.Count == its.Count && own.All(pair => its.TryGetValue(pair.Key, out var value) && pair.Value == value);
    }

    /// <summary>What a command asks for; null where some of it is hidden, or it can't be read.</summary>
    private static Dictionary<string, string>? Parameters(JsonElement payload)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (payload.ValueKind is not JsonValueKind.Object)
            return parameters;
        foreach (var parameter in payload.EnumerateObject())
        {
            var (name, value) = (parameter.NameOrSource(), parameter.Value.GetRawText());
            if (name is not CommandId && (value.Contains(HiddenText, StringComparison.Ordinal) || !parameters.TryAdd(name, value)))
                return null;
        }

        return parameters;
    }
}
