using System.Text;

namespace CallEventsDashboard.Telnyx.Resources;

public sealed class WebhookDeliveryTests
{
    private const string EventId = "5f5b1a0e-0d49-4b0f-8f3e-6d1b54d3a001";

    [Fact]
    public void Request_OfAnEvent_NamesItAndTheTimeAround() => Assert.Equal(
        new ResourceRequest(
            "webhook_deliveries",
            "webhook_deliveries",
            $"filter[webhook][contains]={EventId}&filter[started_at][gte]=2026-11-23T09%3A55%3A00.000000Z&filter[started_at][lte]=2026-11-23T11%3A00%3A00.000000Z&page[number]=1&page[size]=20"),
        WebhookDeliveries.OfEvent(EventId, new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Record_AsDocumented_IsReadWithItsAttemptsInTheirOrder()
    {
        var delivery = Read(
            """
            {"id":"d1","record_type":"webhook_delivery","status":"delivered","started_at":"2026-11-23T10:00:00Z","finished_at":"2026-11-23T10:00:02.5Z",
             "webhook":{"record_type":"event","event_type":"call.hangup","id":"e1","occurred_at":"2026-11-23T10:00:00Z","payload":{}},
             "attempts":[
              {"status":"delivered","started_at":"2026-11-23T10:00:02Z","finished_at":"2026-11-23T10:00:02.5Z","http":{"request":{"url":"https://b.example.test/"},"response":{"status":200,"headers":[["server","x"]],"body":"All good."}},"errors":[]},
              {"status":"failed","started_at":"2026-11-23T10:00:00Z","finished_at":"2026-11-23T10:00:01Z","http":{"request":{"url":"https://a.example.test/","headers":[["content-type","application/json"]]},"response":{"status":404,"body":"nothing"}},"errors":[75404]}]}
            """);

        Assert.Equal(("e1", "call.hangup", "delivered"), (delivery.EventId, delivery.EventType, delivery.Status));
        Assert.Equal(
            [("https://a.example.test/", "404", "nothing", TimeSpan.FromSeconds(1), false), ("https://b.example.test/", "200", "All good.", TimeSpan.FromSeconds(0.5), true)],
            delivery.Attempts.Select(attempt => (attempt.Url, attempt.AnswerStatus, attempt.AnswerBody, attempt.Duration!.Value, attempt.IsDelivered == true)));
        Assert.Equal("75404", Assert.Single(delivery.Attempts[0].Errors));
        Assert.Equal(new HttpHeader("content-type", "application/json"), Assert.Single(delivery.Attempts[0].RequestHeaders));
        Assert.Equal(new HttpHeader("server", "x"), Assert.Single(delivery.Attempts[1].AnswerHeaders));
    }

    [Theory]
    [InlineData("""{"attempts":[{"errors":[{"code":"75404","title":"Delivery failed"}]}]}""", "75404")]
    [InlineData("""{"attempts":[{"errors":[{"title":"Delivery failed"}]}]}""", "Delivery failed")]
    [InlineData("""{"attempts":[{"errors":["75500"]}]}""", "75500")]
    public void Errors_OfAnyForm_AreRead(string json, string error) => Assert.Equal(error, Assert.Single(Assert.Single(Read(json).Attempts).Errors));

    /// <summary>Nothing is called delivered, or failed, of which nothing says so.</summary>
    [Theory]
    [InlineData("""{"status":"delivered"}""", true)]
    [InlineData("""{"status":"success"}""", true)]
    [InlineData("""{"status":"delivered","errors":[75299]}""", true)]
    [InlineData("""{"status":"failed"}""", false)]
    [InlineData("""{"status":"failed","http":{"response":{"status":200}}}""", false)]
    [InlineData("""{"status":"error","errors":[75002]}""", false)]
    [InlineData("""{"status":"pending"}""", null)]
    [InlineData("""{"http":{"response":{"status":503}}}""", false)]
    [InlineData("""{"http":{"response":{"status":204}}}""", true)]
    [InlineData("""{"errors":[75002]}""", false)]
    [InlineData("{}", null)]
    public void Attempt_IsDelivered_ByWhatIsSaidOfIt(string attempt, bool? isDelivered) =>
        Assert.Equal(isDelivered, Assert.Single(Read($$"""{"attempts":[{{attempt}}]}""").Attempts).IsDelivered);

    [Theory]
    [InlineData("""{"a":"b"}""")]
    [InlineData("""[{"name":"a","value":"b"},7]""")]
    [InlineData("""[["a","b"],["c"],null]""")]
    public void Headers_OfAnyForm_AreRead(string headers) =>
        Assert.Equal(new HttpHeader("a", "b"), Assert.Single(Read($$"""{"attempts":[{"http":{"response":{"headers":{{headers}}} } }]}""").Attempts[0].AnswerHeaders));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("""{"attempts":"many","webhook":[],"started_at":{}}""")]
    [InlineData("""{"attempts":[null,7,"x",[]]}""")]
    public void Record_OfAnotherShape_IsReadAsFarAsItGoes(string json) => Assert.All(Read(json).Attempts, attempt => Assert.Equal((null, null, null), (attempt.Url, attempt.Duration, attempt.IsDelivered)));

    private static WebhookDelivery Read(string json) => WebhookDelivery.Read(Encoding.UTF8.GetBytes(json));
}
