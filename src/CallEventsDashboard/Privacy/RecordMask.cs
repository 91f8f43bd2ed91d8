using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

/// <summary>
/// Call events as they are shown while numbers are masked: numbers and addresses have stand-ins wherever they are in the record, and texts that people
/// said, typed or chose are hidden. Ids, times, names of events, causes and figures stay, and so does the fingerprint.
/// </summary>
public sealed class RecordMask(Pseudonyms pseudonyms)
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // By the last part of the name, so that both record shapes and every kind of payload are met.
    private static readonly HashSet<string> Parties = new(StringComparer.OrdinalIgnoreCase)
    {
        "from", "to", "from_number", "to_number", "from_sip_uri", "to_sip_uri", "caller_id_number", "caller", "called", "callee", "forwarded_from", "phone_number", "transfer_to",
    };

    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        "client_state", "target_leg_client_state", "caller_id_name", "caller_name", "from_display_name", "digits", "digit", "transcript", "transcription_text", "text", "content",
        "message", "custom_headers", "sip_headers", "message_history", "tts", "speech", "instructions", "greeting", "SpeechResult", "TranscriptionText", "CallerName",
    };

    /// <summary>The event with only its two parties masked: what a row of a list shows.</summary>
    public CallEvent Parts(CallEvent callEvent)
    {
        ArgumentNullException.ThrowIfNull(callEvent);
        return callEvent with { From = Party(callEvent.From), To = Party(callEvent.To), Errors = [.. callEvent.Errors.Select(Error)], OccurredAtText = callEvent is { OccurredAt: null, OccurredAtText: { } text } ? pseudonyms.In(text) : callEvent.OccurredAtText };
    }

    /// <summary>The whole event masked, its record included.</summary>
    public CallEvent Whole(CallEvent callEvent)
    {
        var masked = Parts(callEvent);
        return masked with
        {
            DeliveredTo = masked.DeliveredTo is { } address ? pseudonyms.In(address) : null,
            // Where the text of a record can't be read, nothing tells what in it is whose.
            Raw = callEvent.Flaw is not RecordFlaw.None ? default
                : LooseJson.Parse(callEvent.Raw) is { } record ? Record(record) : (ReadOnlyMemory<byte>)"{}"u8.ToArray(),
        };
    }

    /// <summary>What stands for a number, a SIP address or a name.</summary>
    [return: NotNullIfNotNull(nameof(party))]
    public string? Party(string? party) => party is null ? null : pseudonyms.Of(party);

    // An error may quote the number that was not accepted.
    private CallEventError Error(CallEventError error) => error with { Title = error.Title is { } title ? pseudonyms.In(title) : null, Detail = error.Detail is { } detail ? pseudonyms.In(detail) : null };

    private byte[] Record(JsonElement record)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Writing))
            Write(writer, record, Treatment.Search);
        return bytes.WrittenSpan.ToArray();
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, Treatment treatment)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    var name = property.NameOrSource();
                    writer.WritePropertyName(pseudonyms.In(name));
                    Write(writer, property.Value, treatment is Treatment.Hide ? treatment : Of(name, property.Value, treatment));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item, treatment);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(value.StringOrSource(), treatment));
                break;
            case JsonValueKind.Number when treatment is not Treatment.Search:
                writer.WriteStringValue(Text(value.GetRawText(), treatment));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    // As an object, a result is what somebody told an assistant; as a word, whether a machine answered. As a text, a payload is what is to be spoken, and a body a form.
    private static Treatment Of(string name, JsonElement value, Treatment otherwise) =>
        Texts.Contains(name) || (name == "result" && value.ValueKind == JsonValueKind.Object) || (name is "payload" or "body" && value.ValueKind == JsonValueKind.String) ? Treatment.Hide
        : Parties.Contains(name) ? Treatment.Name
        : otherwise;

    private string Text(string text, Treatment treatment) => treatment switch
    {
        _ when text.Length == 0 => text,
        Treatment.Hide => Pseudonyms.Hidden(text),
        Treatment.Name => pseudonyms.Of(text),
        _ => pseudonyms.In(text),
    };

    private enum Treatment
    {
        /// <summary>Numbers and addresses are looked for in the text.</summary>
        Search,

        /// <summary>The text is a number or an address as a whole.</summary>
        Name,

        Hide,
    }
}
