using System.Text.Json;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Sessions;

public sealed class CarrierLegTests
{
    private const string A = CallScript.A;

    [Fact]
    public void Record_OfALegWithoutAHangUp_CompletesIt()
    {
        var leg = Assert.Single(CarrierLeg.Read(Called(hangsUp: false), [Record("""{"telnyx_leg_id":"AAAAAAAA-C8A2-11F1-9C10-02420AEF93A0","answered_at":"2026-11-23T09:00:01.500Z"}""")]));

        Assert.True(leg.CompletesEnd);
        Assert.Equal(A, leg.Leg?.LegId);
        Assert.Equal((1.5, 60), ((leg.Answered - leg.Start)?.TotalSeconds, (leg.End - leg.Start).TotalSeconds));
        Assert.Empty(leg.Differences);
    }

    [Theory]
    [InlineData("""{"telnyx_leg_id":"other","call_control_id":"v3:1"}""", false)]
    [InlineData("""{"call_control_id":"v3:1"}""", true)]
    [InlineData("""{"call_control_id":"v3:2"}""", false)]
    [InlineData("{}", false)]
    public void Record_BelongsToTheLegOfItsCall_WhereItNamesNoLeg(string record, bool isFound) =>
        Assert.Equal(isFound, CarrierLeg.Find(Called(), Record(record)) is not null);

    [Theory]
    [InlineData("""{"finished_at":"2026-11-23T09:00:33Z"}""", "")]
    [InlineData("""{"finished_at":"2026-11-23T09:00:38Z"}""", "End")]
    [InlineData("""{"finished_at":"2026-11-23T09:00:32Z","answered_at":"2026-11-23T09:00:09Z"}""", "Answer")]
    [InlineData("""{"finished_at":"2026-11-23T09:00:32Z","hangup_cause":"NORMAL_CLEARING","sip_invite_failure_status":"200"}""", "")]
    [InlineData("""{"finished_at":"2026-11-23T09:00:32Z","hangup_cause":"USER_BUSY","sip_invite_failure_status":"487"}""", "Cause Sip")]
    [InlineData("""{"finished_at":"2026-11-23T09:00:32Z","hangup_cause":"MANAGER_REQUEST","sip_invite_failure_status":"0"}""", "")]
    public void Difference_IsTold_BeyondWhatClocksDiffer(string record, string kinds)
    {
        var session = Called();

        Assert.Equal(kinds, string.Join(' ', CarrierLeg.Compare(session.Legs[0], Record(record)).Select(difference => difference.Kind)));
    }

    [Fact]
    public void Record_OfALegThatTheLogDoesNotHave_IsOneOfItsOwn()
    {
        var read = CarrierLeg.Read(Called(), [Record("""{"call_control_id":"v3:1"}"""), Record("""{"call_control_id":"v3:9","started_at":"2026-11-23T09:00:10Z"}""")]);

        Assert.Equal([A, null], read.Select(leg => leg.Leg?.LegId));
    }

    [Theory]
    [InlineData("""{"started_at":null}""")]
    [InlineData("""{"finished_at":null}""")]
    [InlineData("""{"finished_at":"2026-11-23T08:00:00Z"}""")]
    [InlineData("""{"started_at":"tea","finished_at":7}""")]
    public void Record_WithoutItsTimes_IsNotDrawn(string record) => Assert.Empty(CarrierLeg.Read(Called(), [Record(record)]));

    [Fact]
    public void Record_OfAProductThatWasUsed_IsNoLeg() =>
        Assert.Empty(CarrierLeg.Read(Called(), [CallDetailRecord.Read("""{"record_type":"recording","started_at":"2026-11-23T09:00:00Z","finished_at":"2026-11-23T09:00:09Z"}"""u8.ToArray())!]));

    private static CallSession Called(bool hangsUp = true)
    {
        var script = new CallScript().Webhook(A, "call.initiated", """{"direction":"incoming","call_control_id":"v3:1"}""").Wait(1).Command(A, "answer").Wait(0.5).Webhook(A, "call.answered").Wait(30.5);
        return (hangsUp ? script.HangUp(A) : script).Session;
    }

    /// <summary>A record of a minute, but for the fields that are given.</summary>
    private static CallDetailRecord Record(string fields)
    {
        var record = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["record_type"] = "sip-trunking",
            ["hangup_details"] = "recv_bye",
            ["started_at"] = "2026-11-23T09:00:00Z",
            ["finished_at"] = "2026-11-23T09:01:00Z",
        };
        foreach (var field in JsonElement.Parse(fields).EnumerateObject())
            record[field.Name] = field.Value;
        return CallDetailRecord.Read(JsonSerializer.SerializeToUtf8Bytes(record))!;
    }
}
