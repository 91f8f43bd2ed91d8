using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

/// <summary>
/// Call events as they are shown while they are masked: of their fields and their record only what <see cref="FieldRule"/> lists is seen, everything else
/// has a stand-in or is hidden. The fingerprint stays.
/// </summary>
public sealed class RecordMask(Pseudonyms pseudonyms)
{
    private const string Body = "body";
    private const int MostAttempts = 999_999;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ValueMask _values = new(pseudonyms);

    /// <summary>The whole event masked, its record included.</summary>
    public CallEvent Of(CallEvent callEvent)
    {
        ArgumentNullException.ThrowIfNull(callEvent);
        return callEvent with
        {
            Name = Value("name", callEvent.Name),
            Type = Value("type", callEvent.Type),
            OccurredAtText = Known("occurred_at", callEvent.OccurredAtText),
            LegId = Known("call_leg_id", callEvent.LegId),
            SessionId = Known("call_session_id", callEvent.SessionId),
            ConnectionId = Known("connection_id", callEvent.ConnectionId),
            Product = Known("product", callEvent.Product),
            From = Known("from", callEvent.From),
            To = Known("to", callEvent.To),
            Errors = callEvent.Errors.Count == 0 ? callEvent.Errors : [.. callEvent.Errors.Select(Error)],
            DeliveryStatus = Known("status", callEvent.DeliveryStatus),
            DeliveredTo = Known("delivered_to", callEvent.DeliveredTo),
            Attempt = callEvent.Attempt is <= MostAttempts ? callEvent.Attempt : null,
            EventId = Known("id", callEvent.EventId),
            // Where the text of a record can't be read, nothing shows which part of it is whose.
            Raw = callEvent.Flaw is not RecordFlaw.None ? default
                : LooseJson.Parse(callEvent.Raw.Span) is { ValueKind: JsonValueKind.Object } record ? Record(record) : (ReadOnlyMemory<byte>)"{}"u8.ToArray(),
        };
    }

    /// <summary>A record of a resource beside the log, masked as the records of the log are.</summary>
    /// <returns>JSON in UTF-8; an empty object for what is none.</returns>
    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> record) =>
        LooseJson.Parse(record.Span) is { ValueKind: JsonValueKind.Object } json ? Record(json) : (ReadOnlyMemory<byte>)"{}"u8.ToArray();

    /// <summary>A value of a record that is shown apart from it.</summary>
    /// <param name="name">Its name in the record itself, or that of the filter by it.</param>
    public string Value(string name, string value) => _values.Show(FieldRule.OfRecord(name).Kind, value);

    /// <summary>The name of a field, as it stands in a masked record.</summary>
    public string Name(string name) => _values.Name(name);

    /// <summary>The path of a request to Telnyx, with the IDs in it as a masked record has them; the words of a route have lower-case letters only.</summary>
    public string Path(string path) => string.Join('/', path.Split('/').Select(part => part.All(c => char.IsAsciiLetterLower(c) || c is '_' or '-') ? part : Id(part)));

    private string Id(string part) => Uri.UnescapeDataString(part) is var sent && Value("id", sent) is var seen && seen == sent ? part : seen;

    /// <summary>The query of a request to Telnyx, with the values of its filters masked.</summary>
    public string Request(string query) => string.Join('&', query.Split('&').Select(pair =>
    {
        const string Filter = "filter[";
        const string Metadata = "metadata->";
        if (pair.Split('=', 2) is not [var name, var value] || Uri.UnescapeDataString(name) is var plain && !plain.StartsWith(Filter, StringComparison.Ordinal) && !plain.StartsWith(Metadata, StringComparison.Ordinal))
            return pair;
        var sent = Uri.UnescapeDataString(value);
        return Value(plain.StartsWith(Filter, StringComparison.Ordinal) ? plain[Filter.Length..].Split(']')[0] : plain[Metadata.Length..], sent) is var seen && seen == sent ? pair : $"{name}={seen}";
    }));

    private string? Known(string name, string? value) => value is null ? null : Value(name, value);

    private CallEventError Error(CallEventError error) => new(Known("code", error.Code), Known("title", error.Title), Known("detail", error.Detail));

    private byte[] Record(JsonElement record)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Writing))
            WriteObject(writer, record, FieldRule.OfRecord);
        return bytes.WrittenSpan.ToArray();
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement value, Func<string, FieldRule> ruleOf)
    {
        writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            var name = property.NameOrSource();
            writer.WritePropertyName(_values.Name(name));
            if (name.Equals(Body, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind is JsonValueKind.String && _values.Form(ruleOf(name), property.Value.StringOrSource()) is { } form)
                writer.WriteStringValue(form);
            else
                Write(writer, property.Value, ruleOf(name));
        }

        writer.WriteEndObject();
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, FieldRule rule)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, rule.Of);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item, rule);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(_values.Show(rule.Kind, value.StringOrSource()));
                break;
            case JsonValueKind.Number when value.GetRawText() is var number && _values.Show(rule.Kind, number) is var shown && shown != number:
                writer.WriteStringValue(shown);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
