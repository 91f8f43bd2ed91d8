using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Evidence;

/// <summary>Writes a session as an evidence file: JSON in UTF-8, what it is first, the events last, each record as Telnyx sent it or as it is masked.</summary>
public static class EvidenceWriter
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    // Whoever reads the file years later knows what it can't answer.
    private static readonly string[] NotIncluded =
    [
        "the API key, and anything made from it but the stand-ins of a masked file",
        "answers of other Telnyx endpoints: call status, detail records, recordings, transcripts, webhook deliveries, names of connections",
        "events that Telnyx had not listed, or no longer listed, when the session was read",
        "proof of who saved the file, or that nobody has changed it since",
    ];

    /// <summary>The whole file, of any size.</summary>
    public static ReadOnlyMemory<byte> Write(SessionEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            WriteHead(json, evidence);
            WriteQuery(json, evidence);
            WriteCoverage(json, evidence);
            json.WriteStartObject("reconstruction");
            ReconstructionWriter.WriteMembers(json, evidence.Reconstruct(evidence.Events));
            json.WriteEndObject();
            WriteRequests(json, evidence);
            json.WriteStartArray("events");
            foreach (var callEvent in evidence.Events)
                WriteEvent(json, callEvent);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static void WriteHead(Utf8JsonWriter json, SessionEvidence evidence)
    {
        json.WriteString("format", SessionEvidence.Format);
        json.WriteNumber("format_version", SessionEvidence.FormatVersion);
        json.WriteString("product_version", evidence.ProductVersion);
        json.WriteString("saved_at", InstantText.Format(evidence.SavedAt));
        json.WriteBoolean("masked", evidence.IsMasked);
        json.WriteStartArray("not_included");
        foreach (var part in NotIncluded)
            json.WriteStringValue(part);
        json.WriteEndArray();
    }

    private static void WriteQuery(Utf8JsonWriter json, SessionEvidence evidence)
    {
        json.WriteStartObject("query");
        json.WriteString("application_session_id", evidence.SessionId);
        WriteInstant(json, "as_of", evidence.AsOf);
        json.WriteString("extent", evidence.Extent.ToString());
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, SessionEvidence evidence)
    {
        if (evidence.Coverage is not { } coverage)
            return;
        json.WriteStartObject("coverage");
        json.WriteString("state", coverage.State);
        json.WriteString("label", coverage.Label);
        json.WriteNumber("events", evidence.Events.Count);
        WriteNumber(json, "total", coverage.Total);
        json.WriteString("range", coverage.Range);
        json.WriteStartArray("notes");
        foreach (var note in coverage.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRequests(Utf8JsonWriter json, SessionEvidence evidence)
    {
        json.WriteNumber("request_count", evidence.RequestCount);
        json.WriteStartArray("requests");
        foreach (var request in evidence.Requests)
        {
            json.WriteStartObject();
            json.WriteString("method", EvidenceRequest.Method);
            json.WriteString("path", request.Path);
            json.WriteString("purpose", request.Purpose);
            json.WriteString("started_at", InstantText.Format(request.StartedAt));
            WriteNumber(json, "duration_ms", request.Duration is { } duration ? (int)Math.Min(duration.TotalMilliseconds, int.MaxValue) : null);
            WriteNumber(json, "status", request.Status);
            WriteNumber(json, "rows", request.Rows);
            json.WriteNumber("attempts", request.Attempts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Of a record that can't be read whole, its text and what could be read of it.</summary>
    private static void WriteEvent(Utf8JsonWriter json, CallEvent callEvent)
    {
        json.WriteStartObject();
        json.WriteString("fingerprint", callEvent.Fingerprint);
        if (callEvent.Flaw is RecordFlaw.None)
        {
            json.WritePropertyName("record");
            json.WriteRawValue(callEvent.Raw.Span, skipInputValidation: true);
        }
        else
        {
            json.WriteString("flaw", callEvent.Flaw.ToString());
            json.WriteString("text", Encoding.UTF8.GetString(callEvent.Raw.Span));
            json.WriteStartObject("record");
            FlawedRecordWriter.WriteMembers(json, callEvent);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    internal static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant) => json.WriteString(name, instant is { } at ? InstantText.Format(at) : null);

    internal static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
