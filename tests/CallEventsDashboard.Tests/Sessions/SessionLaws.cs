using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>What holds for every session, whatever its events.</summary>
internal static class SessionLaws
{
    private static readonly PhaseKind[][] Exclusive = [[PhaseKind.Ringing, PhaseKind.Talk, PhaseKind.Hold], [PhaseKind.Queue, PhaseKind.Bridge]];

    public static void EachEventIsInOneLane(IReadOnlyCollection<CallEvent> events, CallSession session)
    {
        var shown = session.Lanes.SelectMany(lane => lane.AllMarks).SelectMany(mark => mark.Attempts).ToHashSet(ReferenceEqualityComparer.Instance);
        Assert.Equal(events.Count, session.Lanes.SelectMany(lane => lane.AllMarks).Sum(mark => mark.Attempts.Count));
        Assert.All(events, recorded => Assert.Contains(recorded, shown));
        Assert.All(session.Lanes, lane => Assert.All(lane.AllMarks, mark => Assert.Equal(lane.LegId, mark.Event.LegId ?? "", ignoreCase: true)));
    }

    public static void ExclusivePhasesNeverOverlap(CallSession session)
    {
        foreach (var lane in session.Lanes)
        {
            Assert.All(lane.Phases, phase => Assert.True(phase.End is null || phase.Start <= phase.End));
            foreach (var kinds in Exclusive)
            {
                var phases = lane.Phases.Where(phase => kinds.Contains(phase.Kind)).ToList();
                Assert.All(phases.Zip(phases.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{pair.First.Kind} overlaps {pair.Second.Kind}"));
            }
        }
    }

    public static void OrderChangesNothing(IReadOnlyList<CallEvent> events, int seed)
    {
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(SessionText.Whole(SessionReader.Read([.. events])), SessionText.Whole(SessionReader.Read(shuffled)));
    }
}
