using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

public sealed class CallEventReaderTests
{
    private const string Leg = "5b1d7c40-c8a2-11f1-9c10-02420aef93a0";
    private const string Session = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";
    private static readonly DateTimeOffset HangupTime = new(2026, 11, 23, 3, 30, 30, 816, 307, TimeSpan.Zero);

    public static TheoryData<string> Samples => SampleRecords.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_EverySample_HasLegSessionTimeAndNameAndKeepsTheRecord(string json)
    {
        var callEvent = Read(json);

        Assert.Equal((Leg, Session), (callEvent.LegId, callEvent.SessionId));
        Assert.NotEmpty(callEvent.Name);
        Assert.NotNull(callEvent.OccurredAt);
        Assert.Equal(json, Encoding.UTF8.GetString(callEvent.Raw.Span));
    }

    [Fact]
    public void Read_DocumentedWebhook_ReadsEveryField()
    {
        var callEvent = Read(SampleRecords.DocumentedWebhook);

        Assert.Equal(
            new CallEvent
            {
                Name = "call.hangup",
                Type = "webhook",
                OccurredAt = HangupTime,
                OccurredAtText = "2026-11-23T03:30:30.816307Z",
                LegId = Leg,
                SessionId = Session,
                ConnectionId = "2811212257810187875",
                From = "+12025550142",
                To = "+12025550131",
                Failed = false,
                DeliveryStatus = "delivered",
                Attempt = 1,
                DeliveredTo = "https://app.example.test/telnyx",
                EventId = "0f0e3a52-7f0c-4f57-8f4a-6a1f7f2d0001",
                Fingerprint = callEvent.Fingerprint,
                Raw = callEvent.Raw,
            },
            callEvent);
        Assert.True(callEvent.IsWebhook);
        Assert.False(callEvent.IsCommand);
    }

    [Fact]
    public void Read_FieldWebhook_ReadsEveryField()
    {
        var callEvent = Read(SampleRecords.FieldWebhook);

        Assert.Equal(
            new CallEvent
            {
                Name = "call.hangup",
                Type = "webhook",
                OccurredAt = HangupTime,
                OccurredAtText = "2026-11-23 03:30:30.816307",
                LegId = Leg,
                SessionId = Session,
                ConnectionId = "2811212257810187875",
                Product = "call_control",
                From = "+12025550142",
                To = "+12025550131",
                Failed = false,
                EventId = "0f0e3a52-7f0c-4f57-8f4a-6a1f7f2d0001",
                Fingerprint = callEvent.Fingerprint,
                Raw = callEvent.Raw,
            },
            callEvent);
    }

    [Fact]
    public void Read_FailedAttempt_SaysSo()
    {
        var callEvent = Read(SampleRecords.DocumentedFailedAttempt);

        Assert.Equal((true, "failed", 2), (callEvent.Failed, callEvent.DeliveryStatus, callEvent.Attempt));
    }

    [Fact]
    public void Read_TexmlWebhook_IsAWebhookOfItsOwnType()
    {
        var callEvent = Read(SampleRecords.FieldTexmlWebhook);

        Assert.Equal(("call_hangup", "call_scripting_webhook", "texml"), (callEvent.Name, callEvent.Type, callEvent.Product));
        Assert.True(callEvent.IsWebhook);
    }

    [Fact]
    public void Read_FieldsInThePayloadOnly_AreFound()
    {
        var callEvent = Read(
            """{"payload":{"event_type":"conference.created","payload":{"call_leg_id":"l","call_session_id":"s","connection_id":2811212257810187875,"from":"a","to":"b","occurred_at":"2026-11-23T03:30:30.816307Z"}}}""");

        Assert.Equal(
            ("conference.created", "l", "s", "2811212257810187875", "a", "b", HangupTime),
            (callEvent.Name, callEvent.LegId, callEvent.SessionId, callEvent.ConnectionId, callEvent.From, callEvent.To, callEvent.OccurredAt));
    }

    [Theory]
    [InlineData("""{"event_timestamp":null,"occurred_at":"2026-11-23T03:30:30.816307Z"}""")]
    [InlineData("""{"event_timestamp":"soon","occurred_at":1795404630816307}""")]
    [InlineData("""{"event_timestamp":"0001-01-01T00:00:00Z","metadata":{"event":{"occurred_at":"2026-11-23T03:30:30.816307Z"}}}""")]
    public void Read_FirstTimeIsNoTime_TakesTheNext(string json) => Assert.Equal(HangupTime, Read(json).OccurredAt);

    [Fact]
    public void Read_NoReadableTime_KeepsItsText()
    {
        var callEvent = Read("""{"occurred_at":"yesterday"}""");

        Assert.Null(callEvent.OccurredAt);
        Assert.Equal("yesterday", callEvent.OccurredAtText);
    }

    [Theory]
    [InlineData("""{"failed":true,"metadata":{"status":"delivered"}}""", true)]
    [InlineData("""{"failed":"false"}""", false)]
    [InlineData("""{"failed":null,"metadata":{"status":"failed"}}""", true)]
    [InlineData("""{"metadata":{"status":"queued"}}""", null)]
    [InlineData("{}", null)]
    public void Read_Failed_IsTheRecordsOwnElseTheDeliverys(string json, bool? expected) => Assert.Equal(expected, Read(json).Failed);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("3.0", 3)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("1e400", null)]
    [InlineData("99999999999", null)]
    [InlineData("{}", null)]
    public void Read_Attempt_IsAWholeNumberFromOne(string attempt, int? expected) => Assert.Equal(expected, Read($$"""{"metadata":{"attempt":{{attempt}} } }""").Attempt);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("""{"name":null,"type":7,"call_leg_id":[],"metadata":"x","payload":[{}]}""")]
    public void Read_NothingUseful_IsAnEmptyEventWithItsRecord(string json)
    {
        var callEvent = Read(json);

        Assert.Equal(("", null, null), (callEvent.Name, callEvent.LegId, callEvent.OccurredAt));
        Assert.StartsWith("0-", callEvent.Fingerprint, StringComparison.Ordinal);
        Assert.Equal(json, Encoding.UTF8.GetString(callEvent.Raw.Span));
    }

    [Fact]
    public void Read_NoElementAtAll_IsAnEmptyEvent() => Assert.Equal("", CallEventReader.Read(default(System.Text.Json.JsonElement)).Name);

    [Theory]
    [InlineData("""{"payload":{"payload":{"a":1}},"metadata":{"b":1}}""", """{"a":1}""")]
    [InlineData("""{"payload":{"payload":"Hello","voice":"female"}}""", """{"payload":"Hello","voice":"female"}""")]
    [InlineData("""{"payload":{},"metadata":{"event":{"payload":{"c":1}}}}""", """{"c":1}""")]
    [InlineData("""{"payload":null,"metadata":{"event":{},"payload":{"d":1}}}""", """{"d":1}""")]
    [InlineData("""{"metadata":{"e":1}}""", """{"e":1}""")]
    public void Payload_AnyShape_IsTheFirstFilledBody(string json, string expected) => Assert.Equal(expected, CallEventBody.Payload(JsonElement.Parse(json)).GetRawText());

    [Theory]
    [InlineData("""{"payload":[],"metadata":{}}""")]
    [InlineData("null")]
    public void Payload_NoBody_IsUndefined(string json) => Assert.Equal(JsonValueKind.Undefined, CallEventBody.Payload(JsonElement.Parse(json)).ValueKind);

    private static CallEvent Read(string json) => CallEventReader.Read(JsonElement.Parse(json));
}
