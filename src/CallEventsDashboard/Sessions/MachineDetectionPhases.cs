namespace CallEventsDashboard.Sessions;

/// <summary>
/// Whether a person or a machine answered. No event says that the detection began, so it begins at the answer, and the wait for the greeting's end at its result;
/// without a result there is no phase, as a detection that gave up looks the same as none.
/// </summary>
internal static class MachineDetectionPhases
{
    public static IEnumerable<Phase> Read(IReadOnlyList<Mark> timed)
    {
        if (timed.FirstOrDefault(mark => mark.Key == EventKeys.Answered) is not { } answer || Next(answer, ".detection.ended") is not { } result)
            yield break;
        yield return Between(answer, result);
        if (Next(result, ".greeting.ended") is { } greeting)
            yield return Between(result, greeting);

        Mark? Next(Mark after, string ending) => timed.FirstOrDefault(mark =>
            mark.Order > after.Order && mark.Key.StartsWith("call.machine.", StringComparison.Ordinal) && mark.Key.EndsWith(ending, StringComparison.Ordinal));
    }

    private static Phase Between(Mark start, Mark end) => new() { Kind = PhaseKind.MachineDetection, StartEvent = start, EndEvent = end, IsDerived = true };
}
