namespace CallEventsDashboard.Sessions;

public static class PhaseKindNames
{
    /// <summary>The kind as pages name it: <c>machine-detection</c>.</summary>
    public static string Name(this PhaseKind kind) => kind == PhaseKind.MachineDetection ? "machine-detection" : kind.ToString().ToLowerInvariant();
}
