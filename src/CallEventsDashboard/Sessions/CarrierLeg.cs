using System.Globalization;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Sessions;

/// <summary>A leg as the carrier's record of it has it, beside what the log says of the same leg.</summary>
public sealed record CarrierLeg
{
    /// <summary>The record may have whole seconds, and a clock of its own.</summary>
    private static readonly TimeSpan Tolerance = LegRelationFinder.Skew;

    /// <summary>The leg of the log; null where the log has none, which is then told by the record alone.</summary>
    public Leg? Leg { get; init; }

    public required CallDetailRecord Record { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>Null where the record has no answer.</summary>
    public DateTimeOffset? Answered { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Whether the log has no hang-up of the leg, so that the record alone says when it ended.</summary>
    public bool CompletesEnd => Leg is { Hangup: null };

    /// <summary>What the log says otherwise.</summary>
    public IReadOnlyList<CarrierDifference> Differences { get; init; } = [];

    /// <summary>The legs that records tell of, by their start, each once; a record without its times is left out.</summary>
    public static IReadOnlyList<CarrierLeg> Read(CallSession session, IEnumerable<CallDetailRecord> records)
    {
        ArgumentNullException.ThrowIfNull(session);
        var read = records.Where(record => record.IsLeg).Select(record => Read(session, record)).OfType<CarrierLeg>().ToList();
        return [.. read.DistinctBy(leg => (object?)leg.Leg ?? leg.Record).OrderBy(leg => leg.Start)];
    }

    /// <summary>The leg of the log that a record is about: by its id, else by that of its call; null where it names none of them.</summary>
    public static Leg? Find(CallSession session, CallDetailRecord record)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Legs.FirstOrDefault(leg => leg.LegId.Equals(record.LegId, StringComparison.OrdinalIgnoreCase))
            ?? (record is { LegId: null, CallControlId: { } call } ? session.Legs.FirstOrDefault(leg => leg.AllMarks.Any(mark => CallEventBody.Payload(mark.Event).Text("call_control_id") == call)) : null);
    }

    /// <summary>What the log says otherwise than a record of one of its legs.</summary>
    public static IReadOnlyList<CarrierDifference> Compare(Leg? leg, CallDetailRecord record) => leg is null ? [] : [.. Differ(leg, record)];

    private static CarrierLeg? Read(CallSession session, CallDetailRecord record)
    {
        if (record.StartedAt is not { } start || EndOf(record) is not { } end || end < start)
            return null;
        var leg = Find(session, record);
        // One that names no leg and no call may be that of any.
        if (leg is null && (record.LegId ?? record.CallControlId) is null)
            return null;
        return new CarrierLeg
        {
            Leg = leg,
            Record = record,
            Start = start,
            Answered = record.AnsweredAt is { } answered && answered >= start && answered <= end ? answered : null,
            End = end,
            Differences = Compare(leg, record),
        };
    }

    private static DateTimeOffset? EndOf(CallDetailRecord record) => record.FinishedAt
        ?? (double.TryParse(record.CallSeconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e7 ? record.AnsweredAt + TimeSpan.FromSeconds(seconds) : null);

    private static IEnumerable<CarrierDifference> Differ(Leg leg, CallDetailRecord record)
    {
        if (leg.Marks.FirstOrDefault(mark => mark.Key == EventKeys.Answered)?.At is { } answered && (record.AnsweredAt - answered)?.Duration() > Tolerance)
            yield return new CarrierDifference(CarrierDifferenceKind.Answer, At: answered);
        if (leg.End is { } ended && (record.FinishedAt - ended)?.Duration() > Tolerance)
            yield return new CarrierDifference(CarrierDifferenceKind.End, At: ended);
        // The carrier has causes of its own, such as MANAGER_REQUEST: what the log can't say it does not contradict.
        if (record.HangupCause is { } own && leg.Hangup?.Cause is { } logged && HangupCauses.Names(own) && HangupCauses.Names(logged) && !own.Equals(logged, StringComparison.OrdinalIgnoreCase))
            yield return new CarrierDifference(CarrierDifferenceKind.Cause, Text: logged);
        if (SipCode.Parse(record.SipStatus) is { } status && leg.Hangup?.Sip is { } code && status != code)
            yield return new CarrierDifference(CarrierDifferenceKind.Sip, Text: code);
    }
}
