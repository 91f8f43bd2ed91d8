using System.Text.Json;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Evidence;

/// <summary>What the dashboard made of the events, for who reads the file without it. Opening the file makes it anew.</summary>
internal static class ReconstructionWriter
{
    public static void WriteMembers(Utf8JsonWriter json, CallSession session)
    {
        WriteOutcome(json, session.Outcome);
        json.WriteString("status", session.Status.ToString());
        EvidenceWriter.WriteInstant(json, "start", session.Start);
        EvidenceWriter.WriteInstant(json, "end", session.End);
        EvidenceWriter.WriteInstant(json, "last_seen", session.LastSeen);
        WriteTimings(json, session.Timings);
        json.WriteStartArray("legs");
        foreach (var leg in session.Legs)
            WriteLeg(json, leg);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var flag in session.Flags)
            json.WriteStringValue(flag.Text);
        json.WriteEndArray();
    }

    private static void WriteOutcome(Utf8JsonWriter json, Outcome outcome)
    {
        json.WriteStartObject("outcome");
        json.WriteString("text", outcome.Text);
        json.WriteString("cause", outcome.Deciding?.Cause);
        json.WriteString("source", outcome.Deciding?.Source);
        json.WriteString("sip", outcome.Deciding?.Sip);
        json.WriteString("fingerprint", outcome.Deciding?.Mark.Fingerprint);
        json.WriteEndObject();
    }

    private static void WriteTimings(Utf8JsonWriter json, SessionTimings timings)
    {
        json.WriteStartObject("seconds");
        WriteSeconds(json, "total", timings.Total);
        WriteSeconds(json, "ringing", timings.Ringing);
        WriteSeconds(json, "talk", timings.Talk);
        WriteSeconds(json, "hold", timings.Hold);
        WriteSeconds(json, "median_response_time", timings.MedianResponseTime);
        json.WriteEndObject();
    }

    private static void WriteLeg(Utf8JsonWriter json, Leg leg)
    {
        json.WriteStartObject();
        json.WriteString("id", leg.LegId);
        json.WriteString("direction", leg.Direction.ToString());
        json.WriteString("from", leg.From);
        json.WriteString("to", leg.To);
        EvidenceWriter.WriteInstant(json, "start", leg.Start);
        EvidenceWriter.WriteInstant(json, "end", leg.End);
        json.WriteStartArray("phases");
        foreach (var phase in leg.Phases)
        {
            json.WriteStartObject();
            json.WriteString("kind", phase.Kind.Name());
            EvidenceWriter.WriteInstant(json, "start", phase.Start);
            EvidenceWriter.WriteInstant(json, "end", phase.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? duration)
    {
        if (duration is { } known)
            json.WriteNumber(name, Math.Round((decimal)known.TotalSeconds, 6));
        else
            json.WriteNull(name);
    }
}
