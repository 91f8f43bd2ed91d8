using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>A call whose hang-up the log does not have, by the id with which Telnyx can be asked whether it is up.</summary>
/// <param name="SessionId">Null where no record has one.</param>
/// <param name="Start">The time of its first event.</param>
public sealed record OpenCall(string? SessionId, string LegId, string CallControlId, DateTimeOffset? Start)
{
    /// <summary>The first leg of a session whose hang-up is not there; null where there is none, or its call is not named.</summary>
    public static OpenCall? Find(CallSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        foreach (var leg in session.Legs.Where(leg => leg.Hangup is null))
        {
            var id = leg.AllMarks.Select(mark => CallEventBody.Payload(mark.Event).Text("call_control_id")).FirstOrDefault(id => id is not null);
            if (id is { Length: > 0 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-'))
                return new OpenCall(session.SessionId, leg.LegId, id, session.Start);
        }

        return null;
    }
}
