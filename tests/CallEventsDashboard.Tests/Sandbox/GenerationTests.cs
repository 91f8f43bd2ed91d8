using System.Text;

namespace CallEventsDashboard.Sandbox;

public sealed class GenerationTests
{
    [Fact]
    public void Account_OfTheSameSeed_GivesTheSameBytes()
    {
        Assert.Equal(Page(seed: 7), Page(seed: 7));
        Assert.NotEqual(Page(seed: 7), Page(seed: 8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2500)]
    public void Account_AskedForEvents_HasExactlySoManyInTheLastDay(int events)
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = events });

        Assert.Equal(events, SandboxAccount.LastDay(api).Count);
        Assert.DoesNotContain(api.Events(), row => row.OccurredAt > SandboxAccount.Start);
    }

    [Fact]
    public void Account_AskedForALongSession_HasOneOfAboutThatSize_ThatHasEnded()
    {
        var events = SandboxAccount.LastDay(SandboxAccount.Open(new SandboxOptions { Events = 3000, LongSession = 2000 }));

        Assert.Equal(3000, events.Count);
        var longest = events.Where(row => row.SessionId is not null).GroupBy(row => row.SessionId).MaxBy(session => session.Count())!;
        Assert.InRange(longest.Count(), 1950, 2000);
        var legs = longest.Select(row => row.LegId).Distinct().Count();
        Assert.Equal(20, legs);
        Assert.Equal(legs, longest.Where(row => row.Name == "call.hangup").Select(row => row.LegId).Distinct().Count());
    }

    [Fact]
    public void LongSession_AskedForManyLegs_HasThem()
    {
        var events = SandboxAccount.LastDay(SandboxAccount.Open(new SandboxOptions { Events = 3000, LongSession = 2000, LongSessionLegs = 150 }));

        Assert.Equal(150, events.Where(row => row.SessionId is not null).GroupBy(row => row.SessionId).Max(session => session.Select(row => row.LegId).Distinct().Count()));
    }

    [Fact]
    public void Account_OfSomeSize_ShowsEveryKindOfCall()
    {
        var events = SandboxAccount.Open(new SandboxOptions { Events = 20_000 }).Events();
        var names = events.Select(row => row.Name).ToHashSet();

        Assert.Superset(new HashSet<string>
        {
            "call.initiated", "call.answered", "call.bridged", "call.hangup", "call.machine.detection.ended", "call.machine.premium.detection.ended",
            "call.enqueued", "call.dequeued", "conference.created", "conference.participant.joined", "fax.delivered", "fax.failed", "call_hangup",
            "instructions.fetch", "call.conversation.ended", "call.recording.saved", "call.cost", "dial", "transfer", "bridge", "speak", "hangup",
        }, names);
        Assert.Equal(["call_control", "fax", "texml"], events.Select(row => row.Product).Distinct().Order());
        Assert.Equal(["call_scripting_webhook", "command", "webhook"], events.Select(row => row.Type).Distinct().Order());
        Assert.Equal(["completed", "in_progress", "init"], events.Select(row => row.Status).Distinct().Order());
    }

    [Fact]
    public void Sessions_OfTransfers_HaveSeveralLegs() =>
        Assert.Contains(
            SandboxAccount.Open().Events().Where(row => row.SessionId is not null).GroupBy(row => row.SessionId),
            session => session.Select(row => row.LegId).Distinct().Count() == 2);

    [Fact]
    public void Ids_OfLegsAndSessions_HaveTheirTimeInside()
    {
        foreach (var leg in SandboxAccount.Open().Events().Where(row => row.LegId is not null).GroupBy(row => row.LegId!.Value))
        {
            Assert.Equal(1, leg.Key.Version);
            Assert.InRange(leg.Min(row => row.OccurredAt) - TimeOf(leg.Key), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Deliveries_ThatFailed_AreTriedAgainAtTheSameInstant()
    {
        var events = SandboxAccount.Open().Events();

        foreach (var second in events.Where(row => row.Attempt == 2))
            Assert.Contains(events, row => row.Attempt == 1 && row.Failed && row.OccurredAt == second.OccurredAt && row.Name == second.Name);
        Assert.Contains(events, row => row.Attempt == 2);
    }

    [Fact]
    public void Events_AfterTheHangUp_AreThere()
    {
        var legs = SandboxAccount.Open().Events().Where(row => row.LegId is not null).GroupBy(row => row.LegId);

        Assert.Contains(legs, leg => leg.Any(row => row.Name == "call.cost" && leg.Any(other => other.Name == "call.hangup" && other.OccurredAt < row.OccurredAt)));
    }

    private static string Page(int seed)
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 500, Seed = seed });
        return Encoding.UTF8.GetString(api.Handle(new SandboxRequest("GET", SandboxRequest.CallEventsPath, "?page[size]=250", "Bearer KEY_TEST")).Body.Span);
    }

    private static DateTimeOffset TimeOf(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var ticks = ((long)(bytes[6] & 0x0F) << 56) | ((long)bytes[7] << 48) | ((long)bytes[4] << 40) | ((long)bytes[5] << 32)
            | ((long)bytes[0] << 24) | ((long)bytes[1] << 16) | ((long)bytes[2] << 8) | bytes[3];
        return new DateTimeOffset(1582, 10, 15, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks);
    }
}
