using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

public sealed class CallFailureTests
{
    [Theory]
    [InlineData("call.hangup", "user_busy", "486", true)]
    [InlineData("call_hangup", "no_answer", "480", true)]
    [InlineData("call.hangup", "something_new", "200", true)]
    [InlineData("call.hangup", "unspecified", "503", true)]
    [InlineData("call.hangup", "unspecified", "unspecified", false)]
    [InlineData("call.hangup", "normal_clearing", "200", false)]
    [InlineData("call.hangup", "originator_cancel", "487", false)]
    [InlineData("call.answered", "user_busy", "486", false)]
    [InlineData("fax.failed", "", "", true)]
    public void Hangup_WithACauseThatIsNoNormalEnd_TellsOfAFailedCall(string name, string cause, string sip, bool isFailed)
    {
        var payload = $$"""{"hangup_cause":"{{cause}}","sip_hangup_cause":"{{sip}}"}""";
        foreach (var body in new[] { """{"metadata":{"event":{"payload":PAYLOAD}}}""", """{"payload":{"payload":PAYLOAD}}""" })
        {
            var record = body.Replace("PAYLOAD", payload, StringComparison.Ordinal);
            Assert.Equal(isFailed, CallFailure.IsReported(CallEventReader.Read(JsonElement.Parse($$"""{"name":"{{name}}","type":"webhook",{{record[1..]}}"""))));
        }
    }

    [Fact]
    public void Command_OfAnyName_TellsNothing() => Assert.False(CallFailure.IsReported(CallEventReader.Read(JsonElement.Parse("""{"name":"fax.failed","type":"command"}"""))));
}
