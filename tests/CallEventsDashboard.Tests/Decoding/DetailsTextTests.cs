using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

public sealed class DetailsTextTests
{
    [Theory]
    [InlineData("call.hangup", """{"hangup_cause":"user_busy","hangup_source":"callee","sip_hangup_cause":"486","start_time":"2026-11-23T09:00:00Z","end_time":"2026-11-23T09:00:30.7Z"}""", "user_busy · SIP 486 · 30.7 s")]
    [InlineData("call.hangup", """{"hangup_cause":"normal_clearing","sip_hangup_cause":"unspecified"}""", "normal_clearing")]
    [InlineData("call.initiated", """{"direction":"incoming","caller_id_name":"ACME INC"}""", "incoming · ACME INC")]
    [InlineData("call.dtmf.received", """{"digit":"5"}""", "5")]
    [InlineData("call.gather.ended", """{"digits":"1234","status":"valid"}""", "1234 · valid")]
    [InlineData("call.machine.detection.ended", """{"result":"machine"}""", "machine")]
    [InlineData("call.transcription", """{"transcription_data":{"transcript":"A person, please."}}""", "“A person, please.”")]
    [InlineData("call.recording.transcription.saved", """{"transcription_text":"Good bye","status":"completed"}""", "“Good bye” · completed")]
    [InlineData("call.playback.ended", """{"media_url":"https://me:secret@media.example.test/hold.mp3?token=1","status":"file_not_found","status_detail":"404 Not Found"}""", "media.example.test · file_not_found · 404 Not Found")]
    [InlineData("call.dequeued", """{"queue":"support","reason":"bridged","wait_time_secs":34}""", "support · bridged · waited 34.0 s")]
    [InlineData("call.cost", """{"status":"success","total_cost":"0.0140","billed_duration_secs":120}""", "success · cost 0.0140 · billed 2 min 00 s")]
    [InlineData("fax.failed", """{"direction":"outbound","status":"failed","failure_reason":"receiver_no_answer","page_count":2}""", "outbound · failed · receiver_no_answer · 2 pages")]
    [InlineData("call.recording.saved", """{"recording_started_at":"2026-11-23T09:00:00Z","recording_ended_at":"2026-11-23T09:00:42Z"}""", "42.0 s")]
    public void Webhook_OfEachFamily_SaysWhatMattersOfIt(string name, string payload, string details) =>
        Assert.Equal(details, DetailsText.Format(Records.WithPayload(payload) with { Name = name }));

    [Theory]
    [InlineData("""{"name":"speak","type":"command","payload":{"payload":"Welcome!","voice":"female"}}""", "“Welcome!”")]
    [InlineData("""{"name":"speak","type":"command","metadata":{"payload":"Welcome!","errors":[{"code":"90018","title":"Call has already ended"},{"code":"10032"}]}}""", "Call has already ended · 10032 · “Welcome!”")]
    [InlineData("""{"name":"speak","type":"command","metadata":{"payload":"Welcome!","errors":[{"code":"90018"}]}}""", "“Welcome!”")]
    [InlineData("""{"name":"transfer","type":"command","metadata":{"to":"+12025550142"}}""", "to +1 202-555-0142")]
    [InlineData("""{"name":"playback_start","type":"command","metadata":{"audio_url":"https://media.example.test/hold.mp3"}}""", "media.example.test")]
    [InlineData("""{"name":"instructions.fetch","type":"command","payload":{"request":{"url":"https://app.example.test/texml","body":{"SpeechResult":"yes"}},"response":{"status":500}}}""", "“yes” · app.example.test · 500")]
    [InlineData("""{"name":"call.answered","type":"webhook","metadata":{"status":"failed","attempt":2,"delivered_to":"https://app.example.test/hook?key=1","event":{"payload":{"state":"answered"}}}}""", "sent to app.example.test")]
    public void Record_OfEitherShape_SaysWhatMattersOfIt(string json, string details) => Assert.Equal(details, DetailsText.Format(CallEventReader.Read(Records.Json(json))));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"hangup_cause":{"a":[1]},"digits":null,"media_url":17,"transcription_data":"x"}""")]
    public void Event_ThatSaysNothing_HasNoDetails(string payload) => Assert.Null(DetailsText.Format(Records.WithPayload(payload)));

    [Fact]
    public void Text_OfAHostileCaller_StaysOnOneShortVisibleLine()
    {
        var details = DetailsText.Format(Records.WithPayload($$"""{"digits":"a\u202eb\nc{{new string('x', 5000)}}","result":"<b>"}"""))!;

        Assert.StartsWith("a\\u202eb\\ncxxx", details, StringComparison.Ordinal);
        Assert.EndsWith("… · <b>", details, StringComparison.Ordinal);
        Assert.InRange(details.Length, 1, 300);
    }

    [Fact]
    public async Task AnyRecord_OfAnAccount_FitsItsLine()
    {
        foreach (var record in (await SandboxSessionTests.ReadAsync(RecordShape.Mixed, events: 1500)).SelectMany(session => session))
        {
            var details = DetailsText.Format(record);

            Assert.True(details is null or { Length: > 0 and <= 360 } && details?.Contains('\n', StringComparison.Ordinal) is not true, details);
            if (record.Name.EndsWith("hangup", StringComparison.Ordinal) && record.IsWebhook)
                Assert.NotNull(details);
        }
    }
}
