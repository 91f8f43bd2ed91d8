namespace CallEventsDashboard.Sessions.Comparison;

/// <summary>One line of two sequences of events side by side.</summary>
/// <param name="First">Null where only the second session has it; likewise <paramref name="Second"/>.</param>
/// <param name="IsSame">Whether it is the same step in both: name, kind, leg, and whether it failed.</param>
public sealed record ComparedStep(Mark? First, Mark? Second, bool IsSame);
