using System.Globalization;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>
/// Writes the numbers of a timeline: some 15 bytes a mark, each as a difference to the one before. <c>Scripts/TimelineNumbers.js</c> reads them.
/// Marks are named by their order in the session.
/// </summary>
internal static class TimelineNumbers
{
    private const int HashDigits = 16;

    [Flags]
    internal enum MarkFlags
    {
        None = 0,

        /// <summary>The command was refused, or every attempt failed.</summary>
        Failed = 1,

        /// <summary>An attempt failed, and another did not.</summary>
        SomeFailed = 2,
        Attempts = 4,
        Untimed = 8,
        AfterHangup = 16,

        /// <summary>The fingerprint is in the list of the head, and no hash follows.</summary>
        OddFingerprint = 32,
    }

    /// <param name="sorts">Filled with what the marks have in common, each with its number.</param>
    /// <param name="odd">Filled with fingerprints that are not in the usual form.</param>
    public static byte[] Write(CallSession session, Dictionary<MarkStyle, int> sorts, List<string> odd)
    {
        var stream = new ByteStream();
        WriteMarks(stream, session, sorts, odd);
        WriteLanes(stream, session);
        WriteEffects(stream, session);
        return stream.ToArray();
    }

    private static void WriteMarks(ByteStream stream, CallSession session, Dictionary<MarkStyle, int> sorts, List<string> odd)
    {
        var places = new (int Lane, bool IsAfter)[session.Marks.Count];
        foreach (var (lane, index) in session.Lanes.Select((lane, index) => (lane, index)))
        {
            foreach (var mark in lane.Marks)
                places[mark.Order] = (index, false);
            foreach (var mark in lane.AfterHangup)
                places[mark.Order] = (index, true);
        }

        stream.Write(session.Marks.Count);
        var before = 0L;
        foreach (var mark in session.Marks)
        {
            var (lane, isAfter) = places[mark.Order];
            var offset = TimelinePack.Offset(session, mark);
            var sort = TimelinePack.SortOf(mark);
            if (!sorts.TryGetValue(sort, out var number))
                sorts[sort] = number = sorts.Count;
            var hash = HashOf(mark);
            var flags = FlagsOf(mark) | (isAfter ? MarkFlags.AfterHangup : MarkFlags.None) | (hash is null ? MarkFlags.OddFingerprint : MarkFlags.None);
            stream.Write(offset - before);
            stream.Write(lane);
            stream.Write(number);
            stream.Write((int)flags);
            if (flags.HasFlag(MarkFlags.Attempts))
                stream.Write(mark.Attempts.Count);
            if (hash is null)
                odd.Add(mark.Fingerprint);
            else
                stream.WriteBytes(hash);
            before = offset;
        }
    }

    private static void WriteLanes(ByteStream stream, CallSession session)
    {
        stream.Write(session.Lanes.Count());
        foreach (var lane in session.Lanes)
        {
            var tops = LaneRows.Create(lane).Tops;
            stream.Write(lane.Hangup is { Mark: { At: not null } hangup } ? hangup.Order + 1 : 0);
            stream.Write((LaneRows.LastMark(lane)?.Order ?? -1) + 1);
            stream.Write(lane.Phases.Count);
            var before = 0;
            foreach (var (phase, top) in lane.Phases.Zip(tops))
            {
                var start = phase.StartEvent.Order;
                stream.Write((int)phase.Kind);
                stream.Write((phase.IsDerived ? 1 : 0) + (phase.EndEvent is null ? 0 : 2));
                stream.Write(top);
                stream.WriteSigned(start - before);
                if (phase.EndEvent is not null)
                    stream.WriteSigned(phase.EndEvent.Order - start);
                before = start;
            }
        }
    }

    private static void WriteEffects(ByteStream stream, CallSession session)
    {
        List<CommandEffects> commands = [.. session.Effects.Where(command => command.Effects.Count > 0)];
        stream.Write(commands.Count);
        var before = 0;
        foreach (var command in commands)
        {
            stream.WriteSigned(command.Command.Order - before);
            stream.Write(command.Effects.Count);
            foreach (var effect in command.Effects)
                stream.WriteSigned(effect.Webhook.Order - command.Command.Order);
            before = command.Command.Order;
        }
    }

    private static MarkFlags FlagsOf(Mark mark) =>
        (mark.IsFailed ? MarkFlags.Failed : mark.FailedAttempts > 0 ? MarkFlags.SomeFailed : MarkFlags.None)
        | (mark.Attempts.Count > 1 ? MarkFlags.Attempts : MarkFlags.None)
        | (mark.At is null ? MarkFlags.Untimed : MarkFlags.None);

    /// <summary>The hash of a fingerprint that is a time and a hash; the browser knows the time.</summary>
    private static byte[]? HashOf(Mark mark)
    {
        var time = (mark.At is { } at ? TimelinePack.Microseconds(at) : 0).ToString(CultureInfo.InvariantCulture);
        var fingerprint = mark.Fingerprint;
        if (fingerprint.Length != time.Length + 1 + HashDigits || !fingerprint.StartsWith(time, StringComparison.Ordinal) || fingerprint[time.Length] != '-')
            return null;
        var hash = fingerprint[(time.Length + 1)..];
        return hash.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(hash) : null;
    }
}
