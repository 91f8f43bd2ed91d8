using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>Conferences and faxes: what is joined by a subject and not, or not only, by a leg.</summary>
internal static class ConferencePayloads
{
    public static void Conference(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("conference_id", row.Leg.Subject);
        switch (row.Name)
        {
            case "conference.created":
                json.WriteString("name", rng.Pick("Weekly planning", "Stand-up", "Board <b>only</b>"));
                json.WriteString("creator_call_session_id", row.Leg.CreatorSession);
                break;
            case "conference.ended":
                json.WriteString("reason", rng.Pick("all_left", "all_left", "host_left", "time_exceeded"));
                break;
            case "conference.recording.saved":
                MediaPayloads.RecordingSaved(json, row, rng);
                break;
            case "conference.playback.started" or "conference.playback.ended":
                MediaPayloads.Playback(json, row, rng);
                break;
        }
    }

    public static void Fax(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        var state = row.Name["fax.".Length..];
        json.WriteString("fax_id", row.Leg.Subject);
        json.WriteString("connection_id", row.Leg.Connection.Id);
        json.WriteString("direction", row.Leg.Incoming ? "inbound" : "outbound");
        json.WriteString("from", row.Leg.From);
        json.WriteString("to", row.Leg.To);
        json.WriteString("status", state == "sending.started" ? "sending" : state);
        json.WriteString("original_media_url", "https://media.example.test/contract.pdf");
        json.WriteNull("client_state");
        if (state is "delivered" or "received" or "failed")
        {
            json.WriteNumber("page_count", rng.Between(1, 12));
            json.WriteNumber("call_duration_secs", rng.Between(20, 120));
        }

        if (state == "failed")
            json.WriteString("failure_reason", rng.Pick("user_busy", "receiver_no_answer", "destination_unreachable", "fax_signaling_error"));
    }
}
