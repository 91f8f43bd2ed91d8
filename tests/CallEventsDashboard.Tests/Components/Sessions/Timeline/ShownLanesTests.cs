using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Timeline;

public class ShownLanesTests
{
    private readonly ShownLanes _lanes = new();

    [Fact]
    public void Few_AreAllDrawn()
    {
        _lanes.Read(SessionOf(ShownLanes.First));

        Assert.Equal((ShownLanes.First, 0, 0), (_lanes.Lanes.Count, _lanes.Hidden, _lanes.Next));
    }

    [Fact]
    public void Many_AreDrawnByBirth_AndTheEventsWithoutALegAlways()
    {
        var session = SessionOf(230, withLegless: true);
        _lanes.Read(session);

        Assert.Equal([.. Enumerable.Range(0, ShownLanes.First), 230], _lanes.Lanes.Select(lane => lane.Index));
        Assert.Equal((180, 180), (_lanes.Hidden, _lanes.Next));
        Assert.Equal(session.Legs.Take(ShownLanes.First).Select(leg => leg.LegId).Append(""), _lanes.Lanes.Select(lane => lane.Leg.LegId));
    }

    [Fact]
    public void Reveal_OfAnEventOnAHiddenLane_DrawsItOnceAtItsPlaceAndKeepsIt()
    {
        var session = SessionOf(230, withLegless: true);
        _lanes.Read(session);

        Assert.False(_lanes.Reveal(session, session.Legs[3].Marks[0]));
        Assert.False(_lanes.Reveal(session, session.Legless!.Marks[0]));
        Assert.True(_lanes.Reveal(session, session.Legs[200].Marks[0]));
        Assert.False(_lanes.Reveal(session, session.Legs[200].Marks[0]));
        Assert.True(_lanes.Reveal(session, session.Legs[120].Marks[0]));
        Assert.Equal([.. Enumerable.Range(0, ShownLanes.First), 120, 200, 230], _lanes.Lanes.Select(lane => lane.Index));
        Assert.Equal(178, _lanes.Hidden);

        _lanes.Read(SessionOf(240));
        Assert.Equal([.. Enumerable.Range(0, ShownLanes.First), 120, 200], _lanes.Lanes.Select(lane => lane.Index));
    }

    [Fact]
    public void ShowMore_DrawsTheRest_OrAStepOfThem()
    {
        var session = SessionOf(1200);
        _lanes.Read(session);
        _lanes.Reveal(session, session.Legs[60].Marks[0]);

        Assert.Equal((1149, ShownLanes.Step), (_lanes.Hidden, _lanes.Next));
        Assert.Equal(50, _lanes.ShowMore(session));
        Assert.Equal((551, 649, ShownLanes.Step), (_lanes.Lanes.Count, _lanes.Hidden, _lanes.Next));
        Assert.Equal(551, _lanes.ShowMore(session));
        Assert.Equal((149, 149), (_lanes.Hidden, _lanes.Next));
        Assert.Equal(1051, _lanes.ShowMore(session));
        Assert.Equal((1200, 0), (_lanes.Lanes.Count, _lanes.Hidden));
    }

    internal static CallSession SessionOf(int legs, bool withLegless = false)
    {
        var script = new CallScript();
        for (var leg = 0; leg < legs; leg++)
            script.Incoming($"{leg:x8}-c8a2-11f1-9c10-02420aef93a0").Wait(0.5);
        return (withLegless ? script.Webhook(null, "fax.queued") : script).Session;
    }
}
