namespace CallEventsDashboard.Sessions;

/// <summary>The durations of one session that go into averages over many. A duration whose two ends were not both seen is in none.</summary>
/// <param name="Calls">From the answer to the hang-up, of each leg that was answered.</param>
/// <param name="SetUps">From <c>dial</c> to <c>call.initiated</c>, of each leg that was dialled.</param>
/// <param name="ResponseTimes">From the delivery of a webhook to the command that answered it.</param>
public sealed record CallFigures(IReadOnlyList<TimeSpan> Calls, IReadOnlyList<TimeSpan> SetUps, IReadOnlyList<TimeSpan> ResponseTimes)
{
    public static CallFigures Read(CallSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(
            [.. session.Legs.Select(Answered).OfType<TimeSpan>()],
            [.. session.Timings.Legs.Select(leg => leg.SetUp).OfType<TimeSpan>()],
            [.. session.Timings.ResponseTimes.Select(time => time.Elapsed)]);
    }

    private static TimeSpan? Answered(Leg leg) =>
        leg.Phases.FirstOrDefault(phase => phase.Kind is PhaseKind.Talk) is { } talk && leg.End - talk.Start is { } lasted && lasted >= TimeSpan.Zero ? lasted : null;
}
