using System.Collections.Frozen;
using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>The parameters of a command as its request had them; no shape of them is published.</summary>
internal static class CommandPayload
{
    private static readonly FrozenDictionary<string, PayloadPart> Parts = new Dictionary<string, PayloadPart>
    {
        ["answer"] = State,
        ["dial"] = Dial,
        ["speak"] = Speak,
        ["gather_using_speak"] = GatherUsingSpeak,
        ["playback_start"] = Playback,
        ["play"] = Playback,
        ["record_start"] = RecordStart,
        ["transfer"] = Transfer,
        ["bridge"] = (json, row, _) => json.WriteString("call_control_id", Ids.CallControl(row.Leg)),
        ["enqueue"] = (json, _, _) => json.WriteString("queue_name", "support"),
        ["reject"] = JsonParts.Choice("cause", "CALL_REJECTED", "USER_BUSY"),
        ["send_dtmf"] = JsonParts.Choice("digits", "1w2#", "55"),
        ["gather_using_ai"] = GatherUsingAi,
        ["ai_assistant_start"] = (json, _, _) => json.WriteString("assistant_id", "assistant-0f7d1c1e"),
        ["create"] = (json, _, _) => json.WriteString("name", "Weekly planning"),
        ["join"] = (json, row, _) => json.WriteString("conference_id", row.Leg.Subject),
        ["instructions.fetch"] = Fetch,
    }.ToFrozenDictionary();

    public static void Write(Utf8JsonWriter json, EventRow row)
    {
        var rng = row.Details(Purpose.Command);
        Parts.GetValueOrDefault(row.Name, JsonParts.Nothing)(json, row, rng);
        if (rng.Chance(0.3))
            json.WriteString("command_id", Ids.Random(rng));
        if (row.Failed)
            Errors(json, row, rng);
    }

    private static void State(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("client_state", ClientState.From(row.Leg));
        json.WriteString("webhook_url", row.Leg.Connection.WebhookUrl);
    }

    private static void Dial(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("connection_id", row.Leg.Connection.Id);
        json.WriteString("from", row.Leg.From);
        json.WriteString("to", row.Leg.To);
        json.WriteString("answering_machine_detection", row.Leg.MachineDetection);
        json.WriteNumber("timeout_secs", 30);
        JsonParts.Headers(json, rng);
    }

    /// <summary>The text to speak is called <c>payload</c>: a string where a webhook has an object.</summary>
    private static void Speak(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("payload", rng.Pick("Welcome to Example Corporation.", "<speak>One <break time=\"1s\"/> moment</speak>", "Grüß Gott!"));
        json.WriteString("voice", rng.Pick("female", "male", "Polly.Joanna"));
        json.WriteString("language", rng.Pick("en-US", "de-DE"));
        json.WriteString("payload_type", rng.Pick("text", "ssml"));
    }

    private static void GatherUsingSpeak(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        Speak(json, row, rng);
        json.WriteNumber("minimum_digits", 1);
        json.WriteNumber("maximum_digits", 4);
        json.WriteString("valid_digits", "0123456789");
        json.WriteNumber("timeout_millis", 60_000);
    }

    private static void Playback(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("audio_url", "https://media.example.test/hold.mp3");
        json.WriteString("loop", "infinity");
    }

    private static void RecordStart(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("channels", rng.Pick("single", "dual"));
        json.WriteString("format", "mp3");
        json.WriteBoolean("play_beep", false);
    }

    private static void Transfer(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("to", Account.OtherNumber(rng));
        json.WriteString("from", row.Leg.To);
        JsonParts.Headers(json, rng);
    }

    private static void GatherUsingAi(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("greeting", "How many people are you?");
        json.WriteStartObject("parameters");
        json.WriteString("type", "object");
        JsonParts.Strings(json, "required", "name", "party_size");
        json.WriteEndObject();
    }

    private static void Fetch(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteStartObject("request");
        json.WriteString("method", "POST");
        json.WriteString("url", row.Leg.Connection.WebhookUrl);
        json.WriteStartObject("body");
        json.WriteString("CallSid", Ids.CallControl(row.Leg));
        json.WriteString("CallStatus", "in-progress");
        json.WriteString("From", row.Leg.From);
        json.WriteString("To", row.Leg.To);
        json.WriteString("SpeechResult", rng.Chance(0.03) ? HostileText.Pick(rng) : MediaPayloads.Sentence(rng));
        json.WriteNull("Confidence");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Why the command was refused: its call had ended, or there was something wrong with its parameters, given as one error, as several, or as a bare code.</summary>
    private static void Errors(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteStartArray("errors");
        if (row.Time > row.Leg.EndedAt)
        {
            Error(json, "90018", "Call has already ended");
        }
        else
        {
            switch (rng.Below(3))
            {
                case 0:
                    Error(json, "10033", title: null);
                    break;
                case 1:
                    Error(json, "10032", "Invalid enumerated value", "The value must be one of those that the command knows.");
                    break;
                default:
                    Error(json, "10004", "Missing required parameter", "The parameter to is required.");
                    Error(json, "10032", "Invalid enumerated value");
                    break;
            }
        }

        json.WriteEndArray();
    }

    private static void Error(Utf8JsonWriter json, string code, string? title, string? detail = null)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        if (title is not null)
            json.WriteString("title", title);
        if (detail is not null)
            json.WriteString("detail", detail);
        json.WriteEndObject();
    }
}
