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

    [Fact]
    public void Connection_OfTwoLists_HasWhatEitherSays()
    {
        var connection = Read("""{"id":"28","connection_name":"A","record_type":"call_control_application","webhook_event_url":"https://a.example.test","webhook_api_version":"2","active":true}""")!;
        var application = Read("""{"id":"28","application_name":"A2","webhook_timeout_secs":25,"first_command_timeout":true,"first_command_timeout_secs":20,"outbound":{"outbound_voice_profile_id":"17"}}""")!;

        var both = connection.With(application);

        Assert.Equal(("A2", "call_control_application", "https://a.example.test", "25", "20", "2", "17", true),
            (both.Name, both.Kind, both.WebhookUrl, both.TimeoutSeconds, both.FirstCommandSeconds, both.ApiVersion, both.OutboundProfileId, both.IsActive));
    }

    [Theory]
    [InlineData("""{"id":"28","application_name":"A","first_command_timeout":false,"first_command_timeout_secs":30}""", null)]
    [InlineData("""{"id":"28","application_name":"A","first_command_timeout_secs":30}""", null)]
    [InlineData("""{"id":"28","application_name":"A","first_command_timeout":"true","first_command_timeout_secs":"30"}""", "30")]
    public void FirstCommand_IsLimitedOnlyWhereTheRecordSaysSo(string json, string? seconds) => Assert.Equal(seconds, Read(json)!.FirstCommandSeconds);

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
