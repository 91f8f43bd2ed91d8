using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>A command that Telnyx refused. It promises nothing, so that nothing that did not follow it is missing.</summary>
/// <param name="LegId">Empty for a command without a leg.</param>
/// <param name="Command">The command.</param>
/// <param name="HungUp">The hang-up of the leg, where it came before the command: the two crossed on their way. Else null.</param>
/// <param name="Race">That in words, from a capital to before the full stop: <c>The caller hung up 120 ms before</c>. Null without <paramref name="HungUp"/>.</param>
public sealed record Refusal(string LegId, Mark Command, Mark? HungUp, string? Race)
{
    /// <summary>The errors in words: <c>90018 Call has already ended; 90034 …</c>; null where the record has none.</summary>
    public string? Reason => ReasonOf(Command);

    internal static string? ReasonOf(Mark command) => command.Event.Errors is { Count: > 0 } errors
        && string.Join("; ", errors.Select(Words).Where(words => words.Length > 0)) is { Length: > 0 } reason ? reason : null;

    /// <summary>Every refused command of the lanes, by time.</summary>
    internal static IReadOnlyList<Refusal> Read(IEnumerable<Leg> lanes) =>
        [.. lanes.SelectMany(lane => lane.AllMarks.Where(mark => mark.IsRefused).Select(mark => From(lane, mark))).OrderBy(refusal => refusal.Command.Order)];

    private static Refusal From(Leg lane, Mark command) => lane.Hangup is { Mark: { At: { } ended } mark } hangup && command.At > ended
        ? new(lane.LegId, command, mark, RaceOf(lane, hangup, command.At.Value - ended))
        : new(lane.LegId, command, null, null);

    private static string RaceOf(Leg leg, Hangup hangup, TimeSpan before)
    {
        var words = HangupText.Describe(leg, hangup, LastCommand.HangupOf(leg));
        return words.EndsWith("hung up", StringComparison.Ordinal)
            ? $"{words} {DurationText.Format(before)} before"
            : $"The leg had ended {DurationText.Format(before)} before: {char.ToLowerInvariant(words[0])}{words[1..]}";
    }

    private static string Words(CallEventError error) => string.Join(' ', new[] { error.Code, error.Title ?? error.Detail }.OfType<string>().Select(VisibleText.Word));
}
