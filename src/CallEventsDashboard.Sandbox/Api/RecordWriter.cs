using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Writes one row as a record, in either shape. Everything random in it comes from the row's seed: the same row, the same record.</summary>
internal sealed class RecordWriter(SandboxOptions options)
{
    private const string Finer = "501";
    public const string UserId = "901dbc74-1597-4d15-aad2-000000000000";

    private readonly InjectedTexts? _texts = options.Texts.Count > 0 ? new InjectedTexts(options.Texts, options.PreservedFields) : null;

    public void Write(Utf8JsonWriter json, EventRow row)
    {
        if (options.RawRecords is { Count: > 0 } raw && row.Id % options.RawEvery == 0)
            json.WriteRawValue(Filled(raw[row.Id / options.RawEvery % raw.Count], row), skipInputValidation: true);
        else if (_texts is null)
            WriteOwn(json, row);
        else
            _texts.Write(json, row, WriteOwn);
    }

    private void WriteOwn(Utf8JsonWriter json, EventRow row)
    {
        var field = options.Shape == RecordShape.Field || (options.Shape == RecordShape.Mixed && (_texts?.IsField(row) ?? row.Details(Purpose.Shape).Chance(0.5)));
        json.WriteStartObject();
        json.WriteString("record_type", "call_event");
        if (field)
            WriteField(json, row);
        else
            WriteDocumented(json, row);
        if (options.RecordBytes > 0)
            json.WriteString("padding", new string('.', options.RecordBytes));
        json.WriteEndObject();
    }

    private string Filled(string text, EventRow row) => text
        .Replace("{time}", Time(row.Time, space: false), StringComparison.Ordinal)
        .Replace("{name}", row.Name, StringComparison.Ordinal)
        .Replace("{leg}", row.Leg.Id.ToString(), StringComparison.Ordinal)
        .Replace("{session}", row.Leg.Session.Id.ToString(), StringComparison.Ordinal);

    private void WriteDocumented(Utf8JsonWriter json, EventRow row)
    {
        WriteId(json, "call_leg_id", row.Leg.Id);
        WriteId(json, "call_session_id", row.Leg.Session.Id);
        json.WriteString("event_timestamp", Time(row.Time, space: false));
        json.WriteString("name", row.Name);
        json.WriteString("type", row.Type);
        json.WriteStartObject("metadata");
        if (row.Kind == EventKind.Command)
        {
            CommandPayload.Write(json, row);
        }
        else
        {
            WriteDelivery(json, row);
            json.WriteStartObject("event");
            WriteEvent(json, row);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNull("organization_id");
        json.WriteString("user_id", UserId);
    }

    private void WriteField(Utf8JsonWriter json, EventRow row)
    {
        if (row.Leg.Id != Guid.Empty)
            WriteId(json, "leg_id", row.Leg.Id);
        if (row.Leg.Session.Id != Guid.Empty)
            WriteId(json, "application_session_id", row.Leg.Session.Id);
        json.WriteString("connection_id", row.Leg.Connection.Id);
        json.WriteString("product", row.Leg.Connection.Product);
        if (row.Kind != EventKind.Command && row.Leg.From is not null)
        {
            json.WriteString("from", row.Leg.From);
            json.WriteString("to", row.Leg.To);
        }

        if (row.Kind != EventKind.ScriptingWebhook || row.Failed)
            json.WriteBoolean("failed", row.Failed);
        json.WriteString("name", row.Name);
        json.WriteString("type", row.Type);
        json.WriteString("occurred_at", Time(row.Time, space: true));
        json.WriteStartObject("payload");
        if (row.Kind == EventKind.Command)
            CommandPayload.Write(json, row);
        else
            WriteEvent(json, row);
        json.WriteEndObject();
        json.WriteStartObject("metadata");
        if (row.Kind != EventKind.Command && (row.Failed || row.Attempt > 1))
            WriteDelivery(json, row);
        json.WriteEndObject();
    }

    /// <summary>The webhook as it is sent.</summary>
    public static void WriteEvent(Utf8JsonWriter json, EventRow row)
    {
        var timeInside = row.Name.StartsWith("conference.", StringComparison.Ordinal);
        if (row.Kind == EventKind.Webhook)
        {
            json.WriteString("event_type", row.Name);
            json.WriteString("id", Ids.Random(row.Details(Purpose.EventId)));
            if (!timeInside)
                json.WriteString("occurred_at", Micros.ToIso(row.Time));
        }

        json.WriteStartObject("payload");
        WebhookPayload.Write(json, row);
        if (timeInside)
            json.WriteString("occurred_at", Micros.ToIso(row.Time));
        json.WriteEndObject();
        if (row.Kind == EventKind.Webhook)
            json.WriteString("record_type", "event");
    }

    private static void WriteDelivery(Utf8JsonWriter json, EventRow row)
    {
        json.WriteNumber("attempt", row.Attempt);
        json.WriteString("delivered_to", UrlOf(row));
        json.WriteString("status", row.Failed ? "failed" : "delivered");
    }

    /// <summary>Where an attempt goes: every one but the first to the address for failures.</summary>
    public static string UrlOf(EventRow row) => row.Attempt > 1 ? row.Leg.Connection.FailoverUrl : row.Leg.Connection.WebhookUrl;

    private static void WriteId(Utf8JsonWriter json, string name, Guid id)
    {
        if (id == Guid.Empty)
            json.WriteNull(name);
        else
            json.WriteString(name, id);
    }

    private string Time(long micros, bool space)
    {
        var text = Micros.ToIso(micros);
        if (options.Bounds.AreFiner)
            text = $"{text[..^1]}{Finer}Z";
        text = options.ZonelessTimes ? text[..^1] : text;
        return space ? text.Replace('T', ' ') : text;
    }
}
