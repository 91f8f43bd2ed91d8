using System.Text;

namespace CallEventsDashboard.Telnyx.Resources;

public sealed class NamedConnectionTests
{
    [Theory]
    [InlineData("""{"id":"28","connection_name":"A","record_type":"ip_connection","active":true,"webhook_event_url":"https://a.example.test","webhook_api_version":"1"}""", "28", "A", "https://a.example.test", "1")]
    [InlineData("""{"id":28,"application_name":"B","webhook_api_version":2}""", "28", "B", null, "2")]
    [InlineData("""{"id":"28","friendly_name":"C","voice_url":"https://c.example.test"}""", "28", "C", "https://c.example.test", null)]
    public void Record_OfEachList_IsReadByItsOwnNames(string json, string id, string name, string? url, string? version)
    {
        var connection = Read(json)!;

        Assert.Equal((id, name, url, version), (connection.Id, connection.Name, connection.WebhookUrl, connection.ApiVersion));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("""{"id":"28"}""")]
    [InlineData("""{"connection_name":"A"}""")]
    [InlineData("""{"id":{},"connection_name":[]}""")]
    public void Record_WithoutIdOrName_IsNone(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("""{"is_alive":true,"start_time":"2026-11-23T10:00:00Z"}""", true, true)]
    [InlineData("""{"is_alive":"false"}""", false, false)]
    [InlineData("[]", null, false)]
    public void Call_OfAnyShape_IsReadAsFarAsItGoes(string json, bool? isAlive, bool hasStart)
    {
        var call = LiveCall.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal((isAlive, hasStart), (call.IsAlive, call.StartedAt is not null));
    }

    private static NamedConnection? Read(string json) => NamedConnection.Read(Encoding.UTF8.GetBytes(json));
}
