using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

public sealed class CallEventErrorTests
{
    private const string Ended = """{"code":"90018","title":"Call has already ended","detail":"No command reaches it."}""";

    [Theory]
    [InlineData("""{"metadata":{"errors":[ERROR]}}""")]
    [InlineData("""{"payload":{"payload":"Hello","errors":[ERROR]},"metadata":{}}""")]
    [InlineData("""{"errors":[ERROR],"metadata":{"voice":"female"}}""")]
    [InlineData("""{"metadata":{"errors":ERROR}}""")]
    public void Errors_WhereverTheRecordHasThem_AreRead(string json) =>
        Assert.Equal([new CallEventError("90018", "Call has already ended", "No command reaches it.")], Read(json.Replace("ERROR", Ended, StringComparison.Ordinal)).Errors);

    [Theory]
    [InlineData("""[{"code":90018}]""", "90018", null)]
    [InlineData("""[{"title":"Call has already ended"}]""", null, "Call has already ended")]
    [InlineData("[90018]", "90018", null)]
    [InlineData("""["Call has already ended"]""", null, "Call has already ended")]
    [InlineData("[{}]", null, null)]
    public void Error_WithLessThanAllOfIt_IsStillOne(string errors, string? code, string? title) =>
        Assert.Equal([new CallEventError(code, title, null)], Read("""{"metadata":{"errors":""" + errors + "}}").Errors);

    [Fact]
    public void Errors_Several_KeepTheirOrder() =>
        Assert.Equal(["10004", "10032"], Read("""{"metadata":{"errors":[{"code":"10004"},{"code":"10032"}]}}""").Errors.Select(error => error.Code));

    [Theory]
    [InlineData("""{"name":"speak","type":"command","metadata":{"errors":[{"code":"90018"}]}}""", true, true)]
    [InlineData("""{"name":"speak","type":"command","failed":true,"payload":{}}""", true, true)]
    [InlineData("""{"name":"speak","type":"command","failed":false,"payload":{"errors":[{"code":"90018"}]}}""", false, true)]
    [InlineData("""{"name":"speak","type":"command","metadata":{"errors":[]}}""", null, false)]
    [InlineData("""{"name":"speak","type":"command","failed":false,"payload":{}}""", false, false)]
    [InlineData("""{"name":"instructions.fetch","type":"command","failed":true,"payload":{}}""", true, false)]
    [InlineData("""{"name":"call.hangup","type":"webhook","metadata":{"status":"failed"}}""", true, false)]
    [InlineData("""{"name":"call.hangup","type":"webhook","metadata":{"errors":[{"code":"75001"}]}}""", null, false)]
    public void Command_ThatTelnyxRefused_IsTold(string json, bool? failed, bool isRefused)
    {
        var callEvent = Read(json);

        Assert.Equal((failed, isRefused), (callEvent.Failed, callEvent.IsRefused));
    }

    private static CallEvent Read(string json)
    {
        var record = json.Contains("\"type\"", StringComparison.Ordinal) ? json : $$"""{"name":"speak","type":"command",{{json[1..]}}""";
        return CallEventReader.Read(JsonElement.Parse(record));
    }
}
