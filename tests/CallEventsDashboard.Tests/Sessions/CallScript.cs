using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Writes the records of a call one after the other, in either shape, on a clock that only goes on.</summary>
internal sealed class CallScript(bool isFieldShape = false)
{
    public const string SessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";
    public const string A = "aaaaaaaa-c8a2-11f1-9c10-02420aef93a0";
    public const string B = "bbbbbbbb-c8a2-11f1-9c10-02420aef93a0";

    private readonly List<CallEvent> _events = [];
    private DateTimeOffset _at = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private int _webhooks;

    public IReadOnlyList<CallEvent> Events => _events;

    public CallSession Session => SessionReader.Read(_events);

    public CallScript Wait(double seconds)
    {
        _at += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public CallScript Command(string? leg, string name, string parameters = "{}", bool failed = false)
    {
        var record = Record(leg, name, "command");
        record[isFieldShape ? "payload" : "metadata"] = JsonNode.Parse(parameters);
        if (failed)
            record["failed"] = true;
        return Add(record);
    }

    /// <summary>A webhook, once per attempt: <c>true</c> for an attempt that failed.</summary>
    public CallScript Webhook(string? leg, string name, string payload = "{}", string type = "webhook", params bool[] attempts) => Webhook(leg, name, payload, type, "+12025550131", attempts);

    /// <summary>A webhook of a leg to another number.</summary>
    public CallScript WebhookTo(string to, string? leg, string name, string payload) => Webhook(leg, name, payload, "webhook", to, []);

    private CallScript Webhook(string? leg, string name, string payload, string type, string to, bool[] attempts)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"webhook-{_webhooks++}");
        var isFailed = attempts.Length > 0 ? attempts : [false];
        for (var attempt = 1; attempt <= isFailed.Length; attempt++)
        {
            var record = Record(leg, name, type);
            var body = new JsonObject { ["event_type"] = name, ["id"] = id, ["payload"] = JsonNode.Parse(payload) };
            var metadata = new JsonObject { ["attempt"] = attempt, ["status"] = isFailed[attempt - 1] ? "failed" : "delivered" };
            if (isFieldShape)
                record["payload"] = body;
            else
                metadata["event"] = body;
            record["metadata"] = metadata;
            record["from"] = "+12025550142";
            record["to"] = to;
            Add(record);
        }

        return this;
    }

    /// <summary>One attempt at the webhook of a name, at its own time.</summary>
    public CallScript Attempt(string? leg, string name, int attempt, string status)
    {
        var record = Record(leg, name, "webhook");
        var body = new JsonObject { ["event_type"] = name, ["id"] = $"webhook-{name}", ["payload"] = new JsonObject() };
        var metadata = new JsonObject { ["attempt"] = attempt, ["status"] = status };
        if (isFieldShape)
            record["payload"] = body;
        else
            metadata["event"] = body;
        record["metadata"] = metadata;
        return Add(record);
    }

    public CallScript HangUp(string? leg, string cause = "normal_clearing", string source = "caller", string sip = "200", string name = "call.hangup") =>
        Webhook(leg, name, $$"""{"hangup_cause":"{{cause}}","hangup_source":"{{source}}","sip_hangup_cause":"{{sip}}"}""");

    public CallScript Incoming(string? leg) => Webhook(leg, "call.initiated", """{"direction":"incoming","state":"parked"}""");

    public CallScript Outgoing(string? leg) => Webhook(leg, "call.initiated", """{"direction":"outgoing","state":"bridging"}""");

    /// <summary>An incoming leg that was answered 1.5 s after it began.</summary>
    public CallScript AnsweredCaller(string leg = A) => Incoming(leg).Wait(1).Command(leg, "answer").Wait(0.5).Webhook(leg, "call.answered").Wait(0.2);

    public CallScript Raw(string json)
    {
        _events.Add(CallEventReader.Read(JsonElement.Parse(json)));
        return this;
    }

    private JsonObject Record(string? leg, string name, string type) => new()
    {
        [isFieldShape ? "leg_id" : "call_leg_id"] = leg,
        [isFieldShape ? "application_session_id" : "call_session_id"] = SessionId,
        [isFieldShape ? "occurred_at" : "event_timestamp"] =
            _at.ToString(isFieldShape ? "yyyy-MM-dd HH:mm:ss.ffffff" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["name"] = name,
        ["type"] = type,
    };

    private CallScript Add(JsonObject record) => Raw(record.ToJsonString());
}
