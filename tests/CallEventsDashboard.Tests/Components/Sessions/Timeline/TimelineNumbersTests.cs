using CallEventsDashboard.Formatting;
using System.Globalization;
using CallEventsDashboard.Sessions;
using CsCheck;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>What the server writes of a session, as the script of the browser reads it.</summary>
public sealed class TimelineNumbersTests
{
    private static readonly string?[] Legs = [CallScript.A, CallScript.B, null];

    private static readonly string[] Names =
        ["call.initiated", "call.answered", "call.bridged", "call.hangup", "call.speak.started", "call.speak.ended", "call.enqueued", "call.dequeued", "call.cost"];

    private static readonly string[] Commands = ["answer", "speak", "transfer", "record_start", "hangup"];

    private static readonly Gen<CallSession> Sessions =
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 13], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 60], Gen.Bool, (steps, isFieldShape) =>
        {
            var script = new CallScript(isFieldShape);
            foreach (var (leg, name, wait, attempts) in steps)
            {
                script.Wait(wait * 0.7);
                if (name < Commands.Length)
                    script.Command(Legs[leg], Commands[name], failed: attempts == 3);
                else
                    script.Webhook(Legs[leg], Names[name - Commands.Length], attempts: [.. Enumerable.Repeat(true, Math.Max(0, attempts - 1)), attempts == 0]);
            }

            return script.Session;
        });

    [Fact]
    public void Marks_OfAnySession_ArriveAsTheyAre() => Sessions.Sample(session =>
    {
        var read = Read(session);

        var lanes = session.Lanes.ToList();
        Assert.Equal(
            session.Marks.Select(mark => (mark.Fingerprint, TimelinePack.SortOf(mark), mark.Attempts.Count, mark.IsFailed, Lane: mark.Event.LegId ?? "")),
            read.Marks.Select(mark => (mark.Fingerprint, mark.Sort, mark.Attempts, mark.Flags.HasFlag(TimelineNumbers.MarkFlags.Failed), Lane: lanes[mark.Lane].LegId)));
    });

    [Fact]
    public void Phases_OfAnySession_KeepTheirKindAndBoundaries() => Sessions.Sample(session => Assert.Equal(
        session.Lanes.SelectMany(lane => lane.Phases).Select(phase => (phase.Kind.Name(), phase.IsDerived, phase.StartEvent.Order, phase.EndEvent?.Order ?? -1)),
        Read(session).Lanes.SelectMany(lane => lane.Phases).Select(phase => (phase.Kind, phase.IsDerived, phase.Start, phase.End))));

    [Fact]
    public void Effects_OfAnySession_NameTheirWebhooks() => Sessions.Sample(session => Assert.Equal(
        session.Effects.Where(command => command.Effects.Count > 0).SelectMany(command => command.Effects, (command, effect) => (command.Command.Order, effect.Webhook.Order)),
        Read(session).Effects.Select(pair => (Command: int.Parse(pair.Key, CultureInfo.InvariantCulture), Webhooks: pair.Value))
            .OrderBy(pair => pair.Command).SelectMany(pair => pair.Webhooks, (pair, webhook) => (pair.Command, webhook))));

    [Fact]
    public void AfterHangup_IsSaidOfWhatCameLater()
    {
        var read = Read(new CallScript().AnsweredCaller().HangUp(CallScript.A).Wait(1).Webhook(CallScript.A, "call.cost").Session);

        Assert.Equal(["call.cost"], read.Marks.Where(mark => mark.Flags.HasFlag(TimelineNumbers.MarkFlags.AfterHangup)).Select(mark => mark.Sort.Name));
        Assert.Equal("call.hangup", read.Marks[read.Lanes[0].Hangup].Sort.Name);
    }

    [Fact]
    public void AnEventWithoutATime_LiesBehindTheLastAndABreak()
    {
        var session = new CallScript().AnsweredCaller().Raw("""{"name":"call.cost","type":"webhook","call_leg_id":"aaaaaaaa-c8a2-11f1-9c10-02420aef93a0"}""").Session;
        var head = TimelinePack.Create(session, InstantFormat.Utc).Head;

        var last = TimelinePack.Offset(session, session.Marks[^1]);
        var fold = Assert.Single(head.True.Folds);
        Assert.Equal("no time", fold.Label);
        Assert.True(last < fold.From && fold.To < head.Untimed && head.Untimed <= head.True.Times[^1]);
        Assert.StartsWith("0-", Read(session).Marks[^1].Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void AFingerprintOfAnotherForm_TravelsAsText()
    {
        var script = new CallScript().AnsweredCaller();
        var session = SessionReader.Read([.. script.Events.Select((recorded, index) => recorded with { Fingerprint = $"{recorded.Fingerprint}.{index}" })]);

        Assert.Equal(session.Marks.Select(mark => mark.Fingerprint), Read(session).Marks.Select(mark => mark.Fingerprint));
    }

    [Fact]
    public void Session_WithoutEvents_IsOneSecondOfNothing()
    {
        var pack = TimelinePack.Create(SessionReader.Read([]), InstantFormat.Utc);

        Assert.Empty(TimelineReader.Read(pack).Marks);
        Assert.Equal([0, 1_000_000], pack.Head.True.Times);
    }

    [Fact]
    public void Call_InProgress_ReachesToWhenItWasRead()
    {
        var script = new CallScript().AnsweredCaller();
        var started = script.Session.Start!.Value;
        var last = script.Session.LastSeen!.Value;

        var head = TimelinePack.Create(SessionReader.Read(script.Events, SessionExtent.Whole, last.AddSeconds(30)), InstantFormat.Utc).Head;
        var unknown = TimelinePack.Create(SessionReader.Read(script.Events, SessionExtent.Unknown, last.AddSeconds(30)), InstantFormat.Utc).Head;

        Assert.Equal((last.AddSeconds(30) - started).TotalMicroseconds, head.Now);
        Assert.Equal(head.Now, head.True.Times[^1]);
        Assert.Equal((null, (last - started).TotalMicroseconds), (unknown.Now, unknown.True.Times[^1]));
    }

    [Fact]
    public void TenThousandEvents_AreFewBytes()
    {
        var script = new CallScript();
        for (var leg = 0; leg < 20; leg++)
            script.Incoming(Leg(leg)).Wait(0.123456).Webhook(Leg(leg), "call.answered");
        for (var i = 0; script.Events.Count < 9_980; i++)
            script.Wait(0.203001).Command(Leg(i * 7 % 20), "speak").Wait(0.101234).Webhook(Leg(i * 7 % 20), "call.speak.started").Wait(2.7).Webhook(Leg(i * 7 % 20), "call.speak.ended");

        var pack = TimelinePack.Create(script.Session, InstantFormat.Utc);

        Assert.InRange(pack.Numbers.Length, 1, 190_000);

        static string Leg(int index) => $"{index:x8}-c8a2-11f1-9c10-02420aef93a0";
    }

    private static PackedSession Read(CallSession session)
    {
        var read = TimelineReader.Read(TimelinePack.Create(session, InstantFormat.Utc));
        Assert.Equal(session.Lanes.Count(), read.Lanes.Count);
        return read;
    }
}
