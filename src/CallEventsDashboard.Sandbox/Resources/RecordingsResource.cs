using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/recordings</c>: those that the log says were saved, each with a link that is signed anew at every request.</summary>
internal sealed class RecordingsResource(CallEventList list, TimeProvider time)
{
    public const string Name = "recordings";

    public ResourceReply List(string query)
    {
        var (page, session, errors) = (PageArguments.Default, (Guid?)null, new List<ApiError>());
        foreach (var (name, value) in QueryPairs.Read(query))
        {
            if (name != "filter[call_session_id]")
                page = page.With(name, value, errors);
            else if (Guid.TryParseExact(value, "D", out var id))
                session = id;
            else
                errors.Add(ApiError.Filter(name));
        }

        if (errors.Count > 0)
            return ResourceReply.Refuse(errors[0]);
        var saved = list.Rows(RowQuery.All).Where(row => row is { Name: "call.recording.saved", Attempt: 1 } && (session is null || row.Leg.Session.Id == session)).ToList();
        return ResourceReply.List(saved, page, Write);
    }

    private void Write(Utf8JsonWriter json, EventRow row)
    {
        // As the event of the log draws them.
        var rng = row.Details(Purpose.Webhook);
        var (id, channels, start) = (Ids.Recording(row.Leg), rng.Pick("single", "dual"), row.Leg.StartedAt + (2 * Micros.Second));
        var end = Math.Min(row.Leg.EndedAt, row.Time);
        json.WriteString("record_type", "recording");
        json.WriteString("id", id);
        json.WriteString("call_leg_id", row.Leg.Id);
        json.WriteString("call_session_id", row.Leg.Session.Id);
        json.WriteString("channels", channels);
        json.WriteNumber("duration_millis", (end - start) / Micros.Millisecond);
        json.WriteString("recording_started_at", Micros.ToIso(start));
        json.WriteString("recording_ended_at", Micros.ToIso(end));
        json.WriteString("source", "call");
        json.WriteString("status", "completed");
        json.WriteStartObject("download_urls");
        json.WriteString("mp3", $"{MediaPayloads.Storage}{id}.mp3?X-Expires=600&X-Date={Micros.From(time.GetUtcNow())}&X-Signature=not-a-secret");
        json.WriteEndObject();
    }
}
