namespace CallEventsDashboard.Sessions;

/// <summary>The line of a leg (ringing, talk, hold) and whom it is joined to (queue, bridge).</summary>
internal static class LinePhases
{
    public static IEnumerable<Phase> Read(IEnumerable<Mark> timed)
    {
        var line = new PhaseTrack();
        var joined = new PhaseTrack();
        var isFresh = true;
        foreach (var mark in timed)
        {
            switch (mark.Key)
            {
                // There is no ringing event: the line rings from the first sign of the leg until something else is known.
                case EventKeys.Initiated when isFresh:
                    line.Enter(PhaseKind.Ringing, mark);
                    break;
                case EventKeys.Answered when line.IsIn(PhaseKind.Ringing) || isFresh:
                case EventKeys.Unhold when !line.IsIn(PhaseKind.Talk):
                    line.Enter(PhaseKind.Talk, mark);
                    break;
                case EventKeys.Hold when !line.IsIn(PhaseKind.Hold):
                    line.Enter(PhaseKind.Hold, mark);
                    break;
                case EventKeys.Enqueued when !joined.IsIn(PhaseKind.Queue):
                    joined.Enter(PhaseKind.Queue, mark);
                    break;
                case EventKeys.Dequeued when joined.IsIn(PhaseKind.Queue):
                    joined.Leave(mark);
                    break;
                case EventKeys.Bridged:
                    joined.Enter(PhaseKind.Bridge, mark);
                    break;
                case EventKeys.ParticipantJoined when joined.IsIn(PhaseKind.Bridge):
                    joined.Leave(mark);
                    break;
                case EventKeys.HungUp:
                    line.Leave(mark);
                    joined.Leave(mark);
                    break;
            }

            isFresh = isFresh && line.IsIdle;
        }

        return line.Phases.Concat(joined.Phases);
    }
}
