using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>Playback, recording, transcription and queues.</summary>
internal static class MediaPayloads
{
    /// <summary>Where recordings lie.</summary>
    public const string Storage = "https://recordings.example.test/";

    public static void Playback(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("media_url", $"https://media.example.test/{rng.Pick("hold", "welcome", "closing")}.mp3");
        json.WriteBoolean("overlay", false);
        if (!row.Name.EndsWith(".ended", StringComparison.Ordinal))
            return;
        var failed = rng.Chance(0.04);
        json.WriteString("status", failed ? rng.Pick("file_not_found", "failed") : rng.Pick("completed", "completed", "cancelled", "call_hangup"));
        json.WriteString("status_detail", failed ? "404 Not Found" : null);
    }

    public static void RecordingSaved(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        var id = Ids.Recording(row.Leg);
        json.WriteString("recording_id", id);
        json.WriteString("channels", rng.Pick("single", "dual"));
        json.WriteString("format", "mp3");
        json.WriteString("recording_started_at", Micros.ToIso(row.Leg.StartedAt + (2 * Micros.Second)));
        json.WriteString("recording_ended_at", Micros.ToIso(Math.Min(row.Leg.EndedAt, row.Time)));
        json.WriteStartObject("recording_urls");
        json.WriteString("mp3", $"{Storage}{id}.mp3?X-Expires=600&X-Signature=not-a-secret");
        json.WriteEndObject();
        json.WriteStartObject("public_recording_urls");
        json.WriteEndObject();
    }

    public static void TranscriptionSaved(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("recording_id", Ids.Recording(row.Leg));
        json.WriteString("recording_transcription_id", Ids.Random(rng));
        json.WriteString("status", "completed");
        json.WriteString("transcription_text", Sentence(rng));
    }

    public static void Transcription(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteStartObject("transcription_data");
        json.WriteString("transcript", Sentence(rng));
        json.WriteNumber("confidence", Math.Round(0.6 + (rng.Unit() * 0.39), 3));
        json.WriteBoolean("is_final", rng.Chance(0.8));
        json.WriteString("transcription_track", rng.Pick("inbound", "outbound"));
        json.WriteEndObject();
    }

    public static void Enqueued(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("queue", "support");
        json.WriteNumber("current_position", rng.Between(1, 6));
        json.WriteNumber("queue_avg_wait_time_secs", rng.Between(20, 160));
    }

    public static void Dequeued(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("queue", "support");
        json.WriteString("reason", row.Leg.EndedAt <= row.Time ? "hangup" : rng.Pick("bridged", "bridging-in-process"));
        json.WriteNumber("wait_time_secs", rng.Between(10, 240));
    }

    public static string Sentence(Rng rng) => rng.Pick(
        "I would like to change my appointment.",
        "Can I speak to a person, please?",
        "Ich möchte meine Rechnung prüfen.",
        "The delivery didn't arrive & nobody called <b>back</b>.",
        "");
}
