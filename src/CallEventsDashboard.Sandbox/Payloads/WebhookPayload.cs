using System.Collections.Frozen;
using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>The inner payload of a webhook: the common fields, and those of its event.</summary>
internal static class WebhookPayload
{
    private static readonly FrozenDictionary<string, PayloadPart> Parts = new Dictionary<string, PayloadPart>
    {
        ["call.initiated"] = CallPayloads.Initiated,
        ["call.answered"] = CallPayloads.Answered,
        ["call.hangup"] = CallPayloads.HangUp,
        ["call.cost"] = CallPayloads.Cost,
        ["call.dtmf.received"] = JsonParts.Choice("digit", "0", "1", "2", "3", "5", "9", "#", "*"),
        ["call.gather.ended"] = Gather,
        ["call.speak.ended"] = JsonParts.Choice("status", "completed", "completed", "completed", "call_hangup", "cancelled_amd"),
        ["call.playback.started"] = MediaPayloads.Playback,
        ["call.playback.ended"] = MediaPayloads.Playback,
        ["call.machine.detection.ended"] = JsonParts.Choice("result", "human", "machine", "not_sure"),
        ["call.machine.greeting.ended"] = JsonParts.Choice("result", "beep_detected", "ended", "not_sure"),
        ["call.machine.premium.detection.ended"] = JsonParts.Choice("result", "human_residence", "human_business", "machine", "silence", "fax_detected", "not_sure"),
        ["call.machine.premium.greeting.ended"] = JsonParts.Choice("result", "beep_detected", "no_beep_detected"),
        ["call.recording.saved"] = MediaPayloads.RecordingSaved,
        ["call.recording.error"] = JsonParts.Choice("reason", "Failed to authorize with storage using custom credentials", "Internal server error"),
        ["call.recording.transcription.saved"] = MediaPayloads.TranscriptionSaved,
        ["call.transcription"] = MediaPayloads.Transcription,
        ["call.enqueued"] = MediaPayloads.Enqueued,
        ["call.dequeued"] = MediaPayloads.Dequeued,
        ["call.conversation.created"] = Conversation,
        ["call.conversation.ended"] = Conversation,
        ["call.conversation_insights.generated"] = Insights,
        ["call.ai_gather.ended"] = AiGather,
    }.ToFrozenDictionary();

    public static void Write(Utf8JsonWriter json, EventRow row)
    {
        var rng = row.Details(Purpose.Webhook);
        if (row.Name.StartsWith("fax.", StringComparison.Ordinal))
        {
            ConferencePayloads.Fax(json, row, rng);
            return;
        }

        Common(json, row);
        if (row.Name.StartsWith("conference.", StringComparison.Ordinal))
            ConferencePayloads.Conference(json, row, rng);
        else
            Parts.GetValueOrDefault(Dotted(row), JsonParts.Nothing)(json, row, rng);
    }

    /// <summary>TeXML writes the same events with an underscore.</summary>
    private static string Dotted(in EventRow row) => row.Kind == EventKind.ScriptingWebhook ? row.Name.Replace('_', '.') : row.Name;

    private static void Common(Utf8JsonWriter json, EventRow row)
    {
        var leg = row.Leg;
        json.WriteString("connection_id", leg.Connection.Id);
        json.WriteString("client_state", ClientState.From(leg));
        if (leg.Id == Guid.Empty)
            return;
        if (row.Name != "call.recording.saved")
            json.WriteString("call_control_id", Ids.CallControl(leg));
        json.WriteString("call_leg_id", leg.Id);
        json.WriteString("call_session_id", leg.Session.Id);
        json.WriteString("from", leg.From);
        json.WriteString("to", leg.To);
    }

    private static void Gather(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        var status = rng.Pick("valid", "valid", "valid", "invalid", "timeout", "call_hangup", "cancelled");
        json.WriteString("digits", status == "valid" ? rng.Between(1, 9999).Text() : "");
        json.WriteString("status", status);
    }

    private static void Conversation(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("assistant_id", "assistant-0f7d1c1e");
        json.WriteString("conversation_id", Ids.Conversation(row.Leg));
        if (row.Name != "call.conversation.ended")
            return;
        json.WriteNumber("duration_sec", rng.Between(8, 90));
        json.WriteString("reason", rng.Pick("completed", "completed", "llm_error", "user_silence"));
    }

    private static void Insights(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("insight_group_id", Ids.Random(rng));
        json.WriteStartArray("results");
        json.WriteStartObject();
        json.WriteString("insight_id", Ids.Random(rng));
        json.WriteString("result", MediaPayloads.Sentence(rng));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void AiGather(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("status", "valid");
        json.WriteStartObject("result");
        json.WriteString("name", rng.Pick("Zoë", "Bob", "<i>Eve</i>"));
        json.WriteNumber("party_size", rng.Between(1, 8));
        json.WriteEndObject();
        json.WriteStartArray("message_history");
        for (var i = rng.Between(2, 8); i > 0; i--)
        {
            json.WriteStartObject();
            json.WriteString("role", i % 2 == 0 ? "assistant" : "user");
            json.WriteString("content", MediaPayloads.Sentence(rng));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
