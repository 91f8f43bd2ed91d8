using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/calls/{call_control_id}</c>: a call is known until ten minutes after its end, then 422.</summary>
internal sealed class CallsResource(CallEventList list, TimeProvider time)
{
    public const string Name = "calls";

    private const long KnownFor = 600 * Micros.Second;

    private static readonly ApiError Ended = new(422, "90018", "Call has already ended", "This call is no longer active and can't receive commands.");

    public ResourceReply OfCall(string id)
    {
        var now = Micros.From(time.GetUtcNow());
        var leg = list.Rows(RowQuery.All).Select(row => row.Leg).Where(leg => leg.Id != Guid.Empty).Distinct().FirstOrDefault(leg => Ids.CallControl(leg) == id);
        if (leg is null)
            return ResourceReply.NotFound;
        var end = leg.OverAt;
        if (now - end > KnownFor)
            return ResourceReply.Refuse(Ended);
        return ResourceReply.Object(json =>
        {
            json.WriteStartObject("data");
            json.WriteString("record_type", "call");
            json.WriteString("call_control_id", id);
            json.WriteString("call_leg_id", leg.Id);
            json.WriteString("call_session_id", leg.Session.Id);
            json.WriteBoolean("is_alive", end > now);
            json.WriteNumber("call_duration", (Math.Min(now, end) - leg.StartedAt) / Micros.Second);
            json.WriteString("start_time", Micros.ToIso(leg.StartedAt));
            if (end <= now)
                json.WriteString("end_time", Micros.ToIso(end));
            json.WriteEndObject();
        });
    }
}
