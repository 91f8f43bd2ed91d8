using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Decoding;

public sealed class KnownFieldReaderTests
{
    private static readonly DateTimeOffset Now = Records.At.AddHours(1);

    [Theory]
    [InlineData("normal_clearing", "caller", "200", "the caller hung up", "normal_clearing · caller · SIP 200 OK")]
    [InlineData("normal_clearing", "callee", null, "the callee hung up", "normal_clearing · callee")]
    [InlineData("normal_clearing", "unknown", null, "the call was hung up normally", "normal_clearing")]
    [InlineData("call_rejected", "callee", "603", "the callee rejected the call", "call_rejected · callee · SIP 603 Decline")]
    [InlineData("call_rejected", null, "403", "the call was rejected", "call_rejected · SIP 403 Forbidden")]
    [InlineData("originator_cancel", "caller", "487", "the caller gave up before an answer", "originator_cancel · caller · SIP 487 Request terminated")]
    [InlineData("timeout", null, null, "the time to answer ran out", "timeout")]
    [InlineData("time_limit", null, null, "the call reached its time limit", "time_limit")]
    [InlineData("user_busy", "callee", "486", "the callee was busy", "user_busy · callee · SIP 486 Busy here")]
    [InlineData("not_found", null, "404", "the number or address was not found", "not_found · SIP 404 Not found")]
    [InlineData("no_answer", null, "480", "nobody answered", "no_answer · SIP 480 Temporarily unavailable")]
    [InlineData("unspecified", null, "503", "service unavailable", "unspecified · SIP 503 Service unavailable")]
    [InlineData("unspecified", null, "unspecified", null, "unspecified")]
    [InlineData("user_busy", null, "0", "the callee was busy", "user_busy")]
    [InlineData("user_busy", null, "-1", "the callee was busy", "user_busy")]
    [InlineData("user_busy", null, "", "the callee was busy", "user_busy")]
    [InlineData("unspecified", null, "200", null, "unspecified · SIP 200 OK")]
    [InlineData("a_new_cause", null, null, null, "a_new_cause")]
    public void EndedBecause_CauseSourceAndCode_SaysWhatTheyBearOut(string cause, string? source, string? sip, string? words, string value)
    {
        var payload = System.Text.Json.JsonSerializer.Serialize(new { hangup_cause = cause, hangup_source = source, sip_hangup_cause = sip });

        var field = Field(Records.WithPayload(payload), "Ended because");

        Assert.Equal((value, words), (field!.Value, field.Decoded));
    }

    [Theory]
    [InlineData("""{"client_state":"eyJh\nIjoxfQ=="}""", "Client state", """{"a":1}""", false, "JSON, 7 bytes")]
    [InlineData("""{"target_leg_client_state":"eyJhIjoxfQ"}""", "Target's client state", """{"a":1}""", false, "JSON, 7 bytes")]
    [InlineData("""{"client_state":"aGVsbG8g"}""", "Client state", "hello ", true, "base64 of text, 6 bytes, or plain text as it was sent")]
    [InlineData("""{"client_state":"callback"}""", "Client state", null, true, "plain text, or base64 of 71 a9 65 6d a7 24 (binary, 6 bytes)")]
    [InlineData("""{"client_state":"hello world"}""", "Client state", null, true, "not base64")]
    public void ClientState_InEitherReading_IsShown(string payload, string label, string? decoded, bool showsValue, string hint)
    {
        var field = Field(Records.WithPayload(payload), label);

        Assert.Equal((decoded, showsValue, hint), (field!.Decoded, field.ShowsValue, field.Hint));
    }

    [Theory]
    [InlineData("202", "SIP 202")]
    [InlineData("0", null)]
    [InlineData("sip refused", "sip refused")]
    public void TransferAnswer_OfWhatIsNoCode_IsNotCalledOne(string response, string? value) =>
        Assert.Equal(value, Field(Records.WithPayload($$"""{"sip_notify_response":"{{response}}"}"""), "Transfer answer")?.Value);

    [Fact]
    public void EndedBecause_CodeAsNumber_IsReadAlike() =>
        Assert.Equal("SIP 486 Busy here", Field(Records.WithPayload("""{"sip_hangup_cause":486}"""), "Ended because")!.Value);

    [Theory]
    [InlineData("""{"digits":"1234#"}""", "Digits", "1234#", null)]
    [InlineData("""{"digit":5}""", "Digits", "5", null)]
    [InlineData("""{"result":"machine"}""", "Result", "machine", "a machine answered")]
    [InlineData("""{"result":"martian"}""", "Result", "martian", null)]
    [InlineData("""{"status":"cancelled_amd"}""", "Status", "cancelled_amd", "it was cancelled by the answering-machine detection")]
    [InlineData("""{"reason":"host_left"}""", "Reason", "host_left", "the host left")]
    [InlineData("""{"failure_reason":"receiver_no_answer"}""", "Failed because", "receiver_no_answer", "receiver no answer")]
    [InlineData("""{"sip_notify_response":202}""", "Transfer answer", "SIP 202", "Accepted")]
    [InlineData("""{"direction":"incoming"}""", "Direction", "incoming", "to your number")]
    [InlineData("""{"shaken_stir_attestation":"A"}""", "Caller proof", "A", "the carrier vouches for the caller and the number")]
    [InlineData("""{"start_time":"2026-11-23T03:30:00.076316Z","end_time":"2026-11-23 03:30:30.816307"}""", "Duration", "03:30:00.076 – 03:30:30.816 UTC", "30.7 s")]
    [InlineData("""{"start_time":"2026-11-23T03:30:30Z","end_time":"2026-11-23T03:30:00Z"}""", "Duration", "03:30:30.000 – 03:30:00.000 UTC", null)]
    [InlineData("""{"billed_duration_secs":"108.3"}""", "Billed", "108.3", "1 min 48 s")]
    [InlineData("""{"call_quality_stats":{"inbound":{"mos":"4.50"}}}""", "Quality", "MOS 4.50", "excellent")]
    [InlineData("""{"call_quality_stats":{"inbound":{"mos":3.2}}}""", "Quality", "MOS 3.2", "poor")]
    [InlineData("""{"total_cost":"0.0045"}""", "Cost", "0.0045", null)]
    public void Of_PayloadField_IsShownInWords(string payload, string label, string value, string? words)
    {
        var field = Field(Records.WithPayload(payload), label);

        Assert.Equal((value, words), (field!.Value, field.Decoded));
    }

    [Theory]
    [InlineData(9, "the links are valid for 10 minutes after the event")]
    [InlineData(11, "the links were valid for 10 minutes and have expired")]
    public void Recording_LinksOfTenMinutes_SaysWhetherTheyStillWork(int minutesLater, string hint)
    {
        var saved = Records.WithPayload("""{"recording_urls":{"mp3":"https://r.test/a.mp3","wav":null}}""");

        var field = KnownFieldReader.Read(saved, Records.At.AddMinutes(minutesLater), InstantFormat.Utc).Single(field => field.Label == "Recording");

        Assert.Equal(("mp3", hint), (field.Value, field.Hint));
    }

    [Theory]
    [InlineData("+12025550142", "+1 202-555-0142", "US")]
    [InlineData("+442079460018", "+44 20 7946 0018", "GB")]
    [InlineData("sip:alice@example.org", null, null)]
    [InlineData("+1", null, null)]
    [InlineData("anonymous", null, null)]
    public void From_NumberOrAddress_IsWrittenInternationallyWhereItIsANumber(string from, string? written, string? country)
    {
        var field = Field(Records.Of("{}") with { From = from }, "From");

        Assert.Equal((from, written, country), (field!.Value, field.Decoded, field.Hint));
    }

    [Theory]
    [InlineData("failed", 2, true, "failed", "attempt 2", FieldTone.Bad)]
    [InlineData("delivered", 1, false, "delivered", "attempt 1", FieldTone.Good)]
    [InlineData(null, null, true, "failed", null, FieldTone.Bad)]
    [InlineData(null, 3, null, "unknown", "attempt 3", FieldTone.Plain)]
    public void Delivery_StatusAndAttempt_AreSaid(string? status, int? attempt, bool? failed, string value, string? hint, FieldTone tone)
    {
        var field = Field(Records.Of("{}") with { DeliveryStatus = status, Attempt = attempt, Failed = failed }, "Delivery");

        Assert.Equal((value, hint, tone), (field!.Value, field.Hint, field.Tone));
    }

    [Theory]
    [InlineData(true, "refused")]
    [InlineData(false, "did not fail")]
    public void Outcome_Command_IsWhetherTelnyxTookIt(bool failed, string value) =>
        Assert.Equal(value, Field(Records.Of("{}") with { Type = "command", Failed = failed }, "Outcome")!.Value);

    [Fact]
    public void Leg_VersionOneId_SaysWhenItWasCreated() =>
        Assert.Equal("created Nov 23, 03:30:00.099 UTC", Field(Records.Of("{}"), "Leg")!.Hint);

    [Fact]
    public void Of_FieldRecord_FindsThePayloadInside()
    {
        var record = Records.Of("""{"payload":{"event_type":"call.hangup","payload":{"hangup_cause":"user_busy"}},"metadata":{}}""");

        Assert.Equal("the callee was busy", Field(record, "Ended because")!.Decoded);
    }

    [Fact]
    public void Of_SpeakCommand_ShowsWhatIsSaid() =>
        Assert.Equal("Hello", Field(Records.Of("""{"payload":{"payload":"Hello","voice":"female"}}"""), "Says")!.Value);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"metadata":7,"payload":[1]}""")]
    public void Of_RecordWithoutPayload_ShowsWhatTheListKnows(string raw) =>
        Assert.Equal(["Leg", "Session", "Expires"], KnownFieldReader.Read(Records.Of(raw), Now, InstantFormat.Utc).Select(field => field.Label));

    [Fact]
    public void Of_EventWithNothing_IsEmpty() =>
        Assert.Empty(KnownFieldReader.Read(new CallEvent { Name = "", Type = "", Fingerprint = "0-0", Raw = default }, Now, InstantFormat.Utc));

    [Fact]
    public void Of_AnyJsonInAnyField_NeverThrows()
    {
        var keys = Gen.OneOf(
            "hangup_cause", "hangup_source", "sip_hangup_cause", "digits", "result", "status", "reason", "failure_reason", "sip_notify_response", "payload", "voice",
            "transcription_data", "queue", "direction", "shaken_stir_attestation", "start_time", "end_time", "call_duration_secs", "billed_duration_secs", "wait_time_secs",
            "call_quality_stats", "recording_started_at", "recording_ended_at", "recording_urls", "total_cost", "media_url", "page_count", "client_state", "conference_id");
        var values = Gen.OneOf(
            Gen.OneOf("null", "true", "[]", "{}", "1e400", "-1", "3e9", "\"\\ud800\"", "\"\\u0000\"", "{\"inbound\":{\"mos\":[]}}", "{\"inbound\":{\"mos\":\"NaN\"}}", "{\"\\udfff\":\"x\"}"),
            Gen.Double.Select(number => double.IsFinite(number) ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "0"),
            Gen.String.Select(text => System.Text.Json.JsonSerializer.Serialize(text)),
            Gen.DateTimeOffset.Select(at => $"\"{InstantText.Format(at)}\""));

        Gen.Select(keys, values).Array[0, 12].Select(Gen.DateTimeOffset, Gen.DateTimeOffset).Sample((fields, at, now) =>
        {
            var payload = "{" + string.Join(',', fields.Select(field => $"\"{field.Item1}\":{field.Item2}")) + "}";
            Assert.NotNull(KnownFieldReader.Read(Records.WithPayload(payload) with { OccurredAt = at }, now, InstantFormat.Utc));
        });
    }

    private static KnownField? Field(CallEvent callEvent, string label) => KnownFieldReader.Read(callEvent, Now, InstantFormat.Utc).SingleOrDefault(field => field.Label == label);
}
