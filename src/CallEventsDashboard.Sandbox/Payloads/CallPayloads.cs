using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>Set-up and end of a leg.</summary>
internal static class CallPayloads
{
    public static void Initiated(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("direction", row.Leg.Incoming ? "incoming" : "outgoing");
        json.WriteString("state", row.Leg.Incoming ? "parked" : "bridging");
        json.WriteString("start_time", Micros.ToIso(row.Leg.StartedAt));
        Party(json, row, rng);
        if (row.Leg.Incoming)
        {
            json.WriteString("caller_id_name", rng.Chance(0.02) ? HostileText.Pick(rng) : rng.Pick("WASHINGTON DC", "Zoë Müller", "UNKNOWN", "ACME INC"));
            json.WriteString("call_screening_result", "none");
            json.WriteString("shaken_stir_attestation", rng.Pick("A", "B", "C"));
            json.WriteBoolean("shaken_stir_validated", rng.Chance(0.8));
        }

        json.WriteString("connection_codecs", "OPUS,G722,PCMU,PCMA");
        json.WriteString("offered_codecs", rng.Pick("PCMU,PCMA", "OPUS,PCMU"));
        JsonParts.Headers(json, rng);
    }

    /// <summary>Recorded answers have no <c>state</c>, though the contract lists it.</summary>
    public static void Answered(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("start_time", Micros.ToIso(row.Leg.StartedAt));
        Party(json, row, rng);
        if (rng.Chance(0.5))
            json.WriteString("state", "answered");
        JsonParts.Headers(json, rng);
    }

    public static void HangUp(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        json.WriteString("hangup_cause", row.Leg.HangupCause);
        json.WriteString("hangup_source", row.Leg.HangupSource);
        json.WriteString("sip_hangup_cause", row.Leg.SipCode);
        json.WriteString("start_time", Micros.ToIso(row.Leg.StartedAt));
        json.WriteString("end_time", Micros.ToIso(row.Leg.EndedAt));
        Party(json, row, rng);
        if (row.Leg.HangupCause == "normal_clearing" && rng.Chance(0.95))
            Quality(json, row, rng);
        else
            json.WriteNull("call_quality_stats");
        JsonParts.Headers(json, rng);
    }

    public static void Cost(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        var seconds = Seconds(row.Leg);
        var billed = (seconds + 59) / 60 * 60;
        json.WriteString("status", rng.Chance(0.97) ? "success" : "error");
        json.WriteNumber("billed_duration_secs", billed);
        json.WriteString("total_cost", (billed / 60 * 0.007).Text("0.0000"));
        json.WriteStartArray("cost_parts");
        CostPart(json, "call-control", 0.002, billed);
        CostPart(json, "sip-trunking", 0.005, billed);
        json.WriteEndArray();
    }

    private static void CostPart(Utf8JsonWriter json, string name, double rate, int billed)
    {
        json.WriteStartObject();
        json.WriteString("call_part", name);
        json.WriteString("currency", "USD");
        json.WriteString("rate", rate.Text("0.0000"));
        json.WriteNumber("billed_duration_secs", billed);
        json.WriteString("cost", (billed / 60 * rate).Text("0.0000"));
        json.WriteEndObject();
    }

    private static int Seconds(Leg leg) => (int)((leg.EndedAt - leg.StartedAt) / Micros.Second) + 1;

    private static void Party(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        var sip = row.Leg.From?.StartsWith("sip:", StringComparison.Ordinal) == true;
        json.WriteString("calling_party_type", sip ? "sip" : "pstn");
        if (sip)
            json.WriteString("from_sip_uri", row.Leg.From![4..]);
        json.WriteString("codec", rng.Pick("PCMU", "G722", "OPUS"));
        json.WriteNumber("sampling_rate", rng.Pick(8000, 16000));
    }

    /// <summary>Every figure is a string.</summary>
    private static void Quality(Utf8JsonWriter json, EventRow row, Rng rng)
    {
        var packets = Seconds(row.Leg) * 50;
        json.WriteStartObject("call_quality_stats");
        json.WriteStartObject("inbound");
        json.WriteString("mos", (rng.Chance(0.9) ? 4.2 + (rng.Unit() * 0.3) : 2 + (rng.Unit() * 2)).Text("0.00"));
        json.WriteString("jitter_max_variance", (rng.Unit() * 12).Text("0.00"));
        json.WriteString("jitter_packet_count", rng.Below(10).Text());
        json.WriteString("packet_count", packets.Text());
        json.WriteString("skip_packet_count", rng.Below(30).Text());
        json.WriteEndObject();
        json.WriteStartObject("outbound");
        json.WriteString("packet_count", (packets - rng.Below(40)).Text());
        json.WriteString("skip_packet_count", "0");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
