using CallEventsDashboard.Sessions;
using CsCheck;

namespace CallEventsDashboard.Components.Sessions.Timeline;

public sealed class LaneRowsTests
{
    private static readonly string[] Names =
        ["call.initiated", "call.answered", "call.hold", "call.unhold", "call.enqueued", "call.dequeued", "call.bridged", "call.speak.started", "call.speak.ended", "call.playback.started", "call.playback.ended"];

    private static readonly Gen<Leg> Legs = Gen.Int[0, Names.Length - 1].Array[1, 30].Select(names =>
    {
        var script = new CallScript();
        foreach (var name in names)
            script.Wait(0.5).Webhook(CallScript.A, Names[name], $$"""{"media_url":"https://media.test/{{name}}"}""");
        return script.Session.Legs[0];
    });

    [Fact]
    public void Phases_OfOneRow_DoNotOverlap() => Legs.Sample(leg =>
    {
        var last = LaneRows.LastTime(leg);
        var rows = leg.Phases.Zip(LaneRows.Create(leg).Tops).GroupBy(pair => pair.Second, pair => pair.First).ToList();
        foreach (var row in rows.Where(row => rows.Count < 6 || row.Key < rows.Max(other => other.Key)))
            Assert.All(row.Zip(row.Skip(1)), pair => Assert.True((pair.First.End ?? last) <= pair.Second.Start, $"{pair.First.Kind} and {pair.Second.Kind}"));
    });

    [Fact]
    public void Phases_LieAboveTheMarks() => Legs.Sample(leg =>
    {
        var rows = LaneRows.Create(leg);
        Assert.All(rows.Tops, top => Assert.InRange(top, 0, rows.Height - LaneRows.MarksHeight - 20));
    });

    [Fact]
    public void RingingTalkAndHold_ShareTheFirstRow_AndMediaIsBelow()
    {
        var leg = new CallScript().AnsweredCaller().Webhook(CallScript.A, "call.hold").Wait(1).Webhook(CallScript.A, "call.speak.started").Wait(1)
            .Webhook(CallScript.A, "call.speak.ended").HangUp(CallScript.A).Session.Legs[0];
        var tops = leg.Phases.Zip(LaneRows.Create(leg).Tops).ToDictionary(pair => pair.First.Kind, pair => pair.Second);

        Assert.Equal(tops[PhaseKind.Ringing], tops[PhaseKind.Talk]);
        Assert.Equal(tops[PhaseKind.Ringing], tops[PhaseKind.Hold]);
        Assert.True(tops[PhaseKind.Speak] > tops[PhaseKind.Talk]);
    }

    [Fact]
    public void APileOfOpenPhases_DoesNotGrowWithoutEnd()
    {
        var script = new CallScript();
        for (var i = 0; i < 200; i++)
            script.Wait(0.1).Webhook(CallScript.A, "call.speak.started");

        Assert.InRange(LaneRows.Create(script.Session.Legs[0]).Height, 100, 200);
    }
}
