using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>The detail records of a session, made of its rows: the application's part, each leg as the carrier saw it, what was used besides.</summary>
internal static class CarrierRecords
{
    public static string Money(decimal amount) => amount.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <param name="rows">Of one session whose legs have all ended; at least one.</param>
    /// <returns>The root first.</returns>
    public static IEnumerable<CarrierRecord> Of(IReadOnlyList<EventRow> rows, IReadOnlySet<ResourceTrap> traps)
    {
        var first = rows[0].Leg;
        yield return OfApplication(first);
        foreach (var leg in rows.Select(row => row.Leg).Distinct())
        {
            var answered = rows.Where(row => row.Leg == leg && row.Name.Replace('_', '.') == "call.answered").Select(row => (long?)row.Time).Min();
            yield return OfTrunk(leg, answered, traps.Contains(ResourceTrap.DifferingRecords) ? Differing(leg) : leg);
        }

        if (traps.Contains(ResourceTrap.UnloggedLeg))
            yield return new CarrierRecord("sip-trunking", "call_leg", IdOf(first, 3), 0, json => Trunk(json, Unlogged(first), answered: null));

        if (rows.Any(row => row.Name == "call.recording.saved"))
            yield return Used("recording", 0.001m, first);
        if (rows.Any(row => row.Name.StartsWith("call.conversation", StringComparison.Ordinal)))
        {
            yield return Used("ai-voice-assistant", 0.06m, first) with
            {
                Children = [Used("speech-to-text", 0.004m, first), Used("inference", 0.011m, first), Used("text-to-speech", 0.007m, first)],
            };
        }
    }

    /// <summary>Those of a call of which the log has nothing.</summary>
    /// <returns>The root first.</returns>
    public static IEnumerable<CarrierRecord> Of(UnloggedCall call)
    {
        if (call.HasApplication)
            yield return OfApplication(call.Leg);
        yield return OfTrunk(call.Leg, call.AnsweredAt, call.Leg);
    }

    /// <summary>Writes the record of one leg as its application had it.</summary>
    public static void Application(Utf8JsonWriter json, Leg leg)
    {
        json.WriteString("record_type", "call-control");
        Common(json, leg);
        json.WriteString("telnyx_leg_id", leg.Id);
        json.WriteString("started_at", Micros.ToIso(leg.StartedAt));
        json.WriteString("finished_at", Micros.ToIso(leg.OverAt));
    }

    /// <summary>Writes the record of one leg as the carrier had it.</summary>
    /// <param name="answered">When it was answered; null where it was not.</param>
    public static void Trunk(Utf8JsonWriter json, Leg leg, long? answered)
    {
        var rng = new Rng(leg.Seed ^ 0xCA44);
        json.WriteString("record_type", "sip-trunking");
        Common(json, leg);
        json.WriteString("call_control_id", Ids.CallControl(leg));
        json.WriteString("flow_source", leg.Incoming ? "telnyx_connection" : "telnyx_cc_app");
        json.WriteString("leg_direction", leg.Incoming ? "inbound" : "outbound");
        json.WriteString("sip_call_id", Ids.Random(rng).ToString());
        json.WriteBoolean("attempted", true);
        json.WriteBoolean("connected", answered is not null);
        json.WriteBoolean("completed", true);
        json.WriteString("started_at", Micros.ToIso(leg.StartedAt));
        if (answered is { } at)
            json.WriteString("answered_at", Micros.ToIso(at));
        json.WriteString("finished_at", Micros.ToIso(leg.OverAt));
        var seconds = answered is null ? 0 : (leg.OverAt - answered.Value) / Micros.Second;
        json.WriteNumber("call_sec", seconds);
        json.WriteNumber("billed_sec", (seconds + 59) / 60 * 60);
        json.WriteString("hangup_cause", leg.HangupCause.ToUpperInvariant());
        json.WriteString("hangup_details", Details(leg, answered is not null));
        json.WriteString("hangup_code", Q850(leg.HangupCause));
        if (answered is null && leg.SipCode is not "200")
            json.WriteString("sip_invite_failure_status", leg.SipCode);
        json.WriteString("telnyx_error_code", (answered, leg.SipCode) switch { (null, "404") => "D40", (null, "403") when leg.HangupSource == "callee" && leg.Connection.WebhookUrl.Length == 0 => "D61", _ => "D00" });
        json.WriteString("rtp_use_codec_name", rng.Pick("PCMU", "G722", "OPUS"));
        if (answered is not null)
            json.WriteString("mos", (4.1 + (rng.Unit() * 0.3)).Text("0.00"));
        json.WriteString("shaken_stir", rng.Pick("A", "B", "C"));
        json.WriteString("outbound_profile_id", leg.Connection.OutboundVoiceProfileId);
        json.WriteString("route", "premium");
    }

    private static CarrierRecord OfApplication(Leg leg) => new("call-control", "call", IdOf(leg, 1), 0.002m * Minutes(leg), json => Application(json, leg));

    private static CarrierRecord OfTrunk(Leg leg, long? answered, Leg written) =>
        new("sip-trunking", "call_leg", IdOf(leg, 2), answered is null ? 0 : 0.005m * Minutes(leg), json => Trunk(json, written, answered));

    // Those of the carrier name the call, and not the leg.
    private static void Common(Utf8JsonWriter json, Leg leg)
    {
        json.WriteString("telnyx_session_id", leg.Session.Id);
        json.WriteString("connection_id", leg.Connection.Id);
        json.WriteString("cli", leg.From);
        json.WriteString("cld", leg.To);
    }

    private static CarrierRecord Used(string product, decimal cost, Leg leg) => new(product, "usage", IdOf(leg, product.Aggregate(0UL, (sum, letter) => (31 * sum) + letter)), cost, json =>
    {
        json.WriteString("record_type", product);
        json.WriteString("telnyx_session_id", leg.Session.Id);
        json.WriteString("started_at", Micros.ToIso(leg.StartedAt));
    });

    private static Leg Differing(Leg leg) => new()
    {
        Id = leg.Id,
        Session = leg.Session,
        Connection = leg.Connection,
        From = leg.From,
        To = leg.To,
        Incoming = leg.Incoming,
        Seed = leg.Seed,
        StartedAt = leg.StartedAt,
        EndedAt = leg.OverAt + (5 * Micros.Second),
        HangupCause = "time_limit",
        HangupSource = leg.HangupSource,
    };

    private static Leg Unlogged(Leg leg)
    {
        var rng = new Rng(leg.Seed ^ 0x0FF);
        return new Leg
        {
            Id = Ids.TimeBased(leg.StartedAt, rng),
            Session = leg.Session,
            Connection = leg.Connection,
            From = leg.To,
            To = Account.OtherNumber(rng),
            Incoming = false,
            Seed = rng.Next(),
            StartedAt = leg.StartedAt + (2 * Micros.Second),
            EndedAt = leg.StartedAt + (5 * Micros.Second),
            HangupCause = "call_rejected",
            HangupSource = "callee",
            SipCode = "403",
        };
    }

    // The side that Telnyx hears from: the caller on an incoming leg, the callee on an outgoing one.
    private static string Details(Leg leg, bool isAnswered)
    {
        var isTheirs = leg.HangupSource == "unknown" || leg.HangupSource == (leg.Incoming ? "caller" : "callee");
        if (isAnswered)
            return isTheirs ? "recv_bye" : "send_bye";
        if (leg.HangupCause is "originator_cancel" or "timeout" || leg.SipCode == "487")
            return leg.Incoming ? "recv_cancel" : "send_cancel";
        return leg.Incoming ? "send_refuse" : "recv_refuse";
    }

    private static string Q850(string cause) => cause switch
    {
        "normal_clearing" => "16",
        "user_busy" => "17",
        "timeout" or "no_answer" => "19",
        "call_rejected" => "21",
        "not_found" => "1",
        _ => "31",
    };

    private static decimal Minutes(Leg leg) => Math.Ceiling((leg.OverAt - leg.StartedAt) / (decimal)(60 * Micros.Second));

    private static Guid IdOf(Leg leg, ulong purpose) => Ids.Random(new Rng(leg.Seed ^ (0xCD0 + purpose)));
}
