namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>What came of reading a session whole.</summary>
/// <param name="Facts">By all events that could be read; null when none could.</param>
/// <param name="Problem">Why it is not whole, in a few words; null when it is.</param>
public sealed record SessionCompletion(SessionFacts? Facts, string? Problem)
{
    public bool IsComplete => Problem is null;
}
