using System.Globalization;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>What the call record says of one leg, as it is drawn beside what the log says of it. Times in microseconds from the start of the session.</summary>
/// <param name="LegId">Of the lane that it is drawn on; null for a leg of which the log has nothing.</param>
/// <param name="Answered">Null where the record has no answer.</param>
/// <param name="Text">What is written on it.</param>
/// <param name="Title">The same with all of its times.</param>
/// <param name="Differs">What the log says otherwise; null where it says nothing else.</param>
public sealed record RecordedBar(string? LegId, long Start, long? Answered, long End, string Text, string Title, string? Differs)
{
    /// <summary>The numbers of a leg of which the log has nothing.</summary>
    public string Numbers { get; private init; } = "";

    /// <summary>Of such a leg, that the log, or what was read of it, has nothing.</summary>
    public string Absence { get; private init; } = "";

    internal static IReadOnlyList<RecordedBar> Create(CallSession session, IReadOnlyList<CarrierLeg> recorded, InstantFormat instants) =>
        session.Start is not { } start ? [] : [.. recorded.Select(leg => Create(leg, session.Extent, start, instants))];

    /// <summary>As an attribute has it.</summary>
    internal static string? Written(long? time) => time?.ToString(CultureInfo.InvariantCulture);

    private static RecordedBar Create(CarrierLeg leg, SessionExtent extent, DateTimeOffset start, InstantFormat instants)
    {
        var record = leg.Record;
        var differs = CarrierDifferenceText.Words(leg.Differences, instants);
        var text = Parts(
            "call record",
            leg.Answered is { } answered ? $"talk {DurationText.Format(leg.End - answered)}" : $"{DurationText.Format(leg.End - leg.Start)} without an answer",
            Within(CarrierText.Ending(record.HangupDetails)),
            leg.CompletesEnd ? AbsenceText.NoHangup(extent) : null,
            differs is null ? null : $"the log: {differs}");
        var title = Parts(
            $"From the call record: began {instants.Clock(leg.Start)}",
            leg.Answered is { } at ? $"answered {instants.Clock(at)}" : null,
            $"ended {instants.Clock(leg.End)}",
            record.HangupCause is { } cause ? VisibleText.Line(cause, 60) : null,
            SipCode.Parse(record.SipStatus) is { } sip ? $"SIP {sip}" : null,
            differs is null ? null : $"the log says otherwise: {differs}");
        return new RecordedBar(leg.Leg?.LegId, Offset(leg.Start), leg.Answered is { } answer ? Offset(answer) : null, Offset(leg.End), text, title, differs)
        {
            Absence = AbsenceText.NotThere(extent),
            Numbers = $"{Number(record.From)} → {Number(record.To)}",
        };

        long Offset(DateTimeOffset time) => (time - start).Ticks / TimeSpan.TicksPerMicrosecond;
    }

    private static string Number(string? number) => number is null ? "unknown" : PhoneText.International(VisibleText.Line(number, 80));

    // Goes on in the middle of a line; the name of Telnyx keeps its capital.
    private static string? Within(string? words) => words is ['T', 'h', 'e', ' ', ..] ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static string Parts(params string?[] parts) => string.Join(" · ", parts.OfType<string>());
}
