using System.Text;

namespace CallEventsDashboard.Telnyx.Resources;

public sealed class SessionAnalysisTests
{
    [Fact]
    public void Request_OfASession_NamesItInThePath() => Assert.Equal(
        new ResourceRequest("session_analysis", "session_analysis/call-session/a%2Fb", "max_depth=5"), SessionAnalyses.OfSession("a/b"));

    [Fact]
    public void Answer_AsSeenInTheField_IsReadWithEachRecordBeforeItsChildren()
    {
        var analysis = Read(
            """
            {"session_id":"s1","cost":{"total":"0.0170","currency":"USD"},"meta":{"event_count":2,"products":["call-control"]},
             "root":{"id":"r","product":"call-control","cost":{"event_cost":"0.0020"},"record":{"record_type":"call-control","telnyx_leg_id":"l1"},
              "children":[{"product":"sip-trunking","cost":{"event_cost":"1.666E-4","currency":"USD"},"children":[],"record":
               {"telnyx_leg_id":"l2","leg_direction":"outbound","cli":"+12025550101","cld":"+12025550142","hangup_cause":"ORIGINATOR_CANCEL","hangup_details":"send_cancel","hangup_code":"31",
                "sip_invite_failure_status":487,"telnyx_error_code":"D00","call_sec":0,"rtp_use_codec_name":"PCMU","started_at":"2026-11-23T10:00:00Z"}}]}}
            """);

        Assert.Equal(("s1", "0.0170", "USD", 2L), (analysis.SessionId, analysis.Cost, analysis.Currency, analysis.Count!.Value));
        Assert.Equal([("call-control", "l1", 0, false), ("sip-trunking", "l2", 1, true)], analysis.Records.Select(record => (record.Product, record.LegId, record.Depth, record.IsLeg)));
        var leg = analysis.Records[1];
        Assert.Equal(
            ("outbound", "+12025550101", "+12025550142", "ORIGINATOR_CANCEL", "send_cancel", "31", "487", "D00", "1.666E-4", "PCMU", "0"),
            (leg.Direction, leg.From, leg.To, leg.HangupCause, leg.HangupDetails, leg.HangupCode, leg.SipStatus, leg.ErrorCode, leg.Cost, leg.Codec, leg.CallSeconds));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("[]", 0)]
    [InlineData("""{"root":null}""", 1)]
    [InlineData("""{"root":{"children":[{"children":"none"},7,null,{"ended":1}]}}""", 1)]
    [InlineData("""{"session_id":7,"cost":"many","meta":[],"root":{"products":"sip","children":[null,{"x":"tea"}]}}""", 2)]
    public void Answer_OfAnotherShape_IsReadAsFarAsItGoes(string json, int records) => Assert.Equal(records, Read(json).Records.Count);

    private static SessionAnalysis Read(string json) => SessionAnalysis.Read(Encoding.UTF8.GetBytes(json));
}
