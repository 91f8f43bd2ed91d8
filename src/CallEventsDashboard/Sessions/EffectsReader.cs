using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Connects accepted commands with the webhooks that they are documented to produce, each event with at most one command of a name.</summary>
internal static class EffectsReader
{
    /// <summary>Telnyx records an event some 20 s late at most: three times that is waited for before one is called absent.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    /// <summary>How what takes its time ends: until then it may come for as long as the leg is up.</summary>
    private static readonly string[] Late = [".ended", ".saved", ".error", ".completed", ".failed", ".stopped", EventKeys.Answered, EventKeys.HungUp];

    /// <param name="asOf">When the session was read; null while that is not known.</param>
    public static IReadOnlyList<CommandEffects> Read(IReadOnlyList<Leg> legs, Leg? legless, SessionExtent extent, DateTimeOffset? asOf)
    {
        IReadOnlyList<Leg> lanes = legless is null ? legs : [.. legs, legless];
        var index = new EffectIndex(lanes);
        var found = new List<CommandEffects>();
        foreach (var lane in lanes)
        {
            var commands = Commands(lane).GroupBy(mark => mark.Key, StringComparer.Ordinal);
            foreach (var sameName in commands)
            {
                var expected = ExpectedWebhookCatalogue.For(sameName.Key);
                if (expected.Count > 0)
                    found.AddRange(Match(lane, [.. sameName], expected, index, legs, (expectedOne, command) => Reason(lane, command, expectedOne, extent, asOf)));
            }
        }

        return [.. found.OrderBy(effects => effects.Command.Order)];
    }

    private static IEnumerable<Mark> Commands(Leg lane)
    {
        Mark? previous = null;
        foreach (var mark in lane.AllMarks)
        {
            // An assistant's own stream begins like this; nobody sent that command, and no webhook answers it.
            var isAssistants = mark.Key == "playback.start" && previous?.Key == "rtp.streaming.start";
            if (mark is { IsCommand: true, IsFailed: false, At: not null } && !isAssistants)
                yield return mark;
            previous = mark;
        }
    }

    /// <remarks>A command without a leg is that of a conference as a whole, whose events name no session: nothing can be missed.</remarks>
    private static IEnumerable<CommandEffects> Match(
        Leg lane, List<Mark> commands, IReadOnlyList<ExpectedWebhook> expected, EffectIndex index, IReadOnlyList<Leg> legs, Func<ExpectedWebhook, Mark, MissingReason> reason)
    {
        var cameFrom = new Mark?[commands.Count, expected.Count];
        List<ExpectedWebhook?[]> own = [.. commands.Select(command => CallEventBody.Payload(command.Event)).Select(parameters => expected.Select(one => one.For(parameters)).ToArray())];
        for (var e = 0; e < expected.Count; e++)
        {
            for (var c = 0; c < commands.Count; c++)
            {
                if (own[c][e] is null)
                    continue;
                // Events after the first effect of the next command of that name belong to that one.
                var limit = e > 0 && c + 1 < commands.Count ? cameFrom[c + 1, 0]?.Order : null;
                cameFrom[c, e] = index.Take(commands[c], expected[e], Places(lane, commands[c], expected[e], legs), limit ?? int.MaxValue);
            }
        }

        for (var c = 0; c < commands.Count; c++)
        {
            var command = commands[c];
            var effects = new List<Effect>();
            var missing = new List<MissingEffect>();
            for (var e = 0; e < expected.Count; e++)
            {
                if (own[c][e] is not { } expectedOne)
                    continue;
                if (cameFrom[c, e] is { } webhook)
                    effects.Add(new Effect(webhook, webhook.At!.Value - command.At!.Value, expectedOne.IsPromised));
                else if (expectedOne.IsPromised && lane.LegId.Length > 0 && CanCome(lane, command, expectedOne, legs))
                    missing.Add(new MissingEffect(expectedOne, reason(expectedOne, command), lane.End >= command.At ? lane.Hangup?.Mark : null));
            }

            yield return new CommandEffects(lane.LegId, command, [.. effects.OrderBy(effect => effect.Webhook.Order)], missing);
        }
    }

    /// <summary>Whether the leg that it would come of got so far.</summary>
    private static bool CanCome(Leg lane, Mark command, ExpectedWebhook expected, IReadOnlyList<Leg> legs) => !expected.NeedsAnswer
        || (expected.Where is EffectPlace.NewLeg ? Made(command, legs) : [lane]).Any(leg => leg.AllMarks.Any(mark => mark.Key == EventKeys.Answered));

    private static IEnumerable<Leg> Made(Mark command, IReadOnlyList<Leg> legs) => legs.Where(leg => leg.Relation?.Evidence == command);

    /// <summary>The ids of the lanes to look on; null for all.</summary>
    private static string[]? Places(Leg lane, Mark command, ExpectedWebhook expected, IReadOnlyList<Leg> legs) => expected.Where switch
    {
        EffectPlace.SameLeg => [lane.LegId],
        EffectPlace.NewLeg => [.. Made(command, legs).Select(leg => leg.LegId)],
        _ when lane.LegId.Length > 0 && expected.Keys[0].StartsWith("conference.participant.", StringComparison.Ordinal) => [lane.LegId],
        _ => null,
    };

    private static MissingReason Reason(Leg lane, Mark command, ExpectedWebhook expected, SessionExtent extent, DateTimeOffset? asOf) => extent switch
    {
        SessionExtent.Whole when MayStillCome(lane, command, expected, asOf) => MissingReason.NotYet,
        SessionExtent.Whole => MissingReason.Absent,
        SessionExtent.NotRead => MissingReason.NotRead,
        SessionExtent.OutsideWindow => MissingReason.OutsideWindow,
        _ => MissingReason.Unknown,
    };

    private static bool MayStillCome(Leg lane, Mark command, ExpectedWebhook expected, DateTimeOffset? asOf)
    {
        if (lane.End is { } ended)
            return asOf - (ended > command.At ? ended : command.At) <= Settling;
        var isUnderWay = asOf - lane.Marks.LastOrDefault(mark => mark.At is not null)?.At <= CallStatusReader.LongestSilence;
        return asOf - command.At <= Settling || (isUnderWay && TakesItsTime(command, expected));
    }

    // The effect of a stop comes at once.
    private static bool TakesItsTime(Mark command, ExpectedWebhook expected) =>
        command.Key is not (EventKeys.HangUp or EventKeys.Reject or EventKeys.Answer) && !command.Key.EndsWith(".stop", StringComparison.Ordinal)
        && (expected.NeedsAnswer || expected.Keys.All(key => Array.Exists(Late, ending => key.EndsWith(ending, StringComparison.Ordinal))));
}
