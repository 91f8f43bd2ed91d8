using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>A call whose hang-up the log does not have, by the id with which Telnyx can be asked whether it is up.</summary>
/// <param name="SessionId">Null where no record has one.</param>
/// <param name="Start">The time of the leg's first event.</param>
public sealed record OpenCall(string? SessionId, string LegId, string CallControlId, DateTimeOffset? Start, string? From, string? To)
{
    /// <summary>The legs of a session whose hang-up is not there, and whose call is named.</summary>
    public static IReadOnlyList<OpenCall> FindAll(CallSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return [.. session.Legs.Where(leg => leg.Hangup is null).Select(leg => Find(session, leg)).OfType<OpenCall>()];
    }

    /// <summary>The <c>call_control_id</c> of a leg; null where no event has one that can be asked with, as in a masked record.</summary>
    public static string? FindCallControlId(Leg leg)
    {
        ArgumentNullException.ThrowIfNull(leg);
        return leg.AllMarks.Select(mark => CallEventBody.Payload(mark.Event).Text("call_control_id")).FirstOrDefault(id => id is not null) is { } id
            && id.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-') ? id : null;
    }

    private static OpenCall? Find(CallSession session, Leg leg)
    {
        return FindCallControlId(leg) is { } id
            ? new OpenCall(session.SessionId, leg.LegId, id, leg.AllMarks.Select(mark => mark.At).FirstOrDefault(at => at is not null) ?? session.Start, leg.From, leg.To)
            : null;
    }
}
