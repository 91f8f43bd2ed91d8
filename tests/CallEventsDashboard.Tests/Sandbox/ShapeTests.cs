using System.Text.Json;

namespace CallEventsDashboard.Sandbox;

public sealed class ShapeTests
{
    [Fact]
    public async Task Record_Documented_HasTheFieldsOfTheContract()
    {
        foreach (var row in await ReadAsync(RecordShape.Documented))
        {
            Assert.Equal("call_event", row.GetProperty("record_type").GetString());
            Assert.All(new[] { "call_leg_id", "call_session_id", "event_timestamp", "name", "type", "metadata" }, field => row.GetProperty(field));
            if (row.GetProperty("type").GetString() == "webhook")
                Assert.Equal(row.GetProperty("name").GetString(), row.GetProperty("metadata").GetProperty("event").GetProperty("event_type").GetString());
        }
    }

    [Fact]
    public async Task Record_OfTheField_HasTheNewNamesAndASpaceInItsTime()
    {
        foreach (var row in await ReadAsync(RecordShape.Field))
        {
            Assert.All(new[] { "connection_id", "product", "occurred_at", "payload", "metadata" }, field => row.GetProperty(field));
            Assert.False(row.TryGetProperty("call_leg_id", out _));
            Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}Z$", row.GetProperty("occurred_at").GetString());
        }
    }

    [Fact]
    public async Task Records_Mixed_ComeInBothShapesButEachAlwaysInTheSame()
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 200, Shape = RecordShape.Mixed });
        using var client = new SandboxClient(api);
        var rows = await client.ReadAllAsync("");

        Assert.InRange(rows.Count(row => row.TryGetProperty("occurred_at", out _)), 60, 140);
        Assert.Equal(rows.Select(row => row.GetRawText()), (await client.ReadAllAsync("", size: 50)).Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task Times_Zoneless_HaveNoZone()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 50, ZonelessTimes = true }));

        Assert.All(await client.ReadAllAsync(""), row => Assert.DoesNotContain('Z', row.GetProperty("event_timestamp").GetString()!));
    }

    [Fact]
    public async Task Payload_OfAHangUp_HasCausesAndFiguresAsStrings()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 2000 }));
        var payloads = (await client.ReadAllAsync("filter[name]=call.hangup")).ConvertAll(row => row.GetProperty("metadata").GetProperty("event").GetProperty("payload"));

        Assert.All(payloads, payload => Assert.Equal(JsonValueKind.String, payload.GetProperty("sip_hangup_cause").ValueKind));
        Assert.Equal(["callee", "caller", "unknown"], payloads.Select(payload => payload.GetProperty("hangup_source").GetString()).Distinct().Order());
        Assert.Contains(payloads, payload => payload.GetProperty("call_quality_stats") is { ValueKind: JsonValueKind.Object } stats
            && stats.GetProperty("inbound").GetProperty("mos").ValueKind == JsonValueKind.String);
        Assert.Contains(payloads, payload => payload.GetProperty("call_quality_stats").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Payload_OfAConference_HasItsTimeInside()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 5000 }));
        foreach (var row in await client.ReadAllAsync("filter[name]=conference.created"))
        {
            var inner = row.GetProperty("metadata").GetProperty("event");
            Assert.False(inner.TryGetProperty("occurred_at", out _));
            Assert.Equal(row.GetProperty("event_timestamp").GetString(), inner.GetProperty("payload").GetProperty("occurred_at").GetString());
            Assert.Equal(JsonValueKind.Null, row.GetProperty("call_leg_id").ValueKind);
            Assert.NotEqual(0, await client.CountAsync($"filter[application_session_id]={inner.GetProperty("payload").GetProperty("creator_call_session_id").GetString()}"));
        }
    }

    [Fact]
    public async Task Attempts_OfOneWebhook_ShareItsId()
    {
        var api = SandboxAccount.Open();
        using var client = new SandboxClient(api);
        var ids = (await client.ReadAllAsync("filter[type]=webhook"))
            .Where(row => row.GetProperty("type").GetString() == "webhook")
            .Select(row => row.GetProperty("metadata"))
            .GroupBy(metadata => metadata.GetProperty("event").GetProperty("id").GetString(), metadata => metadata.GetProperty("attempt").GetInt32())
            .ToList();

        Assert.Contains(ids, attempts => attempts.Count() == 2);
        Assert.All(ids, attempts => Assert.Equal(Enumerable.Range(1, attempts.Count()), attempts.Order()));
    }

    private static async Task<List<JsonElement>> ReadAsync(RecordShape shape)
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 1500, Shape = shape }));
        return await client.ReadAllAsync("");
    }
}
