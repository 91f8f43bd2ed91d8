namespace CallEventsDashboard.Sessions;

/// <summary>Who answered, a person or a machine: no event says that the detection began, so it begins at the answer, and the wait for the greeting's end at its result.</summary>
internal static class MachineDetectionPhases
{
    public static IEnumerable<Phase> Read(IReadOnlyList<Mark> timed)
    {
        var answer = timed.FirstOrDefault(mark => mark.Key == EventKeys.Answered);
        if (answer is null)
            yield break;
        var result = Next(answer, ".detection.ended");
        if (result is null && !IsAskedFor(timed))
            yield break;
        yield return Between(answer, result ?? timed.FirstOrDefault(mark => mark.Key == EventKeys.HungUp));
        if (result is not null && Next(result, ".greeting.ended") is { } greeting)
            yield return Between(result, greeting);

        Mark? Next(Mark after, string ending) => timed.FirstOrDefault(mark =>
            mark.Order > after.Order && mark.Key.StartsWith("call.machine.", StringComparison.Ordinal) && mark.Key.EndsWith(ending, StringComparison.Ordinal));
    }

    private static bool IsAskedFor(IEnumerable<Mark> timed) =>
        timed.FirstOrDefault(mark => mark.Key == EventKeys.Dial) is { IsFailed: false } dial
        && Payload.Of(dial.Event).Text("answering_machine_detection") is { } wanted && wanted != "disabled";

    private static Phase Between(Mark start, Mark? end) => new() { Kind = PhaseKind.MachineDetection, StartEvent = start, EndEvent = end, IsDerived = true };
}
