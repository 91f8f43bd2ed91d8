using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Reads one lane from its marks, in their order.</summary>
internal static class LegReader
{
    public static Leg Read(string legId, IReadOnlyList<Mark> marks)
    {
        var hangup = marks.FirstOrDefault(mark => mark.Key == EventKeys.HungUp);
        var isAfter = (Mark mark) => hangup is { At: not null } && mark.At is not null && mark.Order > hangup.Order;
        List<Mark> during = [.. marks.Where(mark => !isAfter(mark))];
        List<Mark> timed = [.. during.Where(mark => mark.At is not null)];
        var naming = during.Find(mark => mark is { IsWebhook: true, Event: { From: not null, To: not null } })
            ?? during.Find(mark => mark.Key == EventKeys.Dial);
        return new Leg
        {
            LegId = legId,
            From = naming?.Event.From,
            To = naming?.Event.To,
            Direction = legId.Length == 0 ? LegDirection.Unknown : DirectionOf(during),
            Phases = [.. Phases(timed).OrderBy(phase => phase.StartEvent.Order).ThenBy(phase => phase.Kind)],
            Marks = during,
            AfterHangup = [.. marks.Where(isAfter)],
            Hangup = hangup is null ? null : Hangup.From(hangup),
        };
    }

    private static IEnumerable<Phase> Phases(List<Mark> timed) => [.. LinePhases.Read(timed), .. MediaPhases.Read(timed), .. MachineDetectionPhases.Read(timed)];

    public static LegDirection DirectionOf(IReadOnlyList<Mark> marks)
    {
        if (marks.FirstOrDefault(mark => mark.Key == EventKeys.Initiated) is { } initiated)
        {
            var payload = CallEventBody.Payload(initiated.Event);
            switch (payload.Text("direction") ?? payload.Text("state"))
            {
                case "incoming" or "inbound" or "parked":
                    return LegDirection.Incoming;
                case "outgoing" or "outbound" or "bridging":
                    return LegDirection.Outgoing;
            }
        }

        return marks.Any(mark => mark.Key == EventKeys.Dial) ? LegDirection.Outgoing
            : marks.Any(mark => mark is { IsCommand: true, Key: EventKeys.Answer or EventKeys.Reject }) ? LegDirection.Incoming
            : LegDirection.Unknown;
    }
}
