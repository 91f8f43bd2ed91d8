namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The result of reading a whole session.</summary>
/// <param name="Facts">By all events that could be read; null when none could.</param>
/// <param name="Problem">Why it is not whole, in a few words; null when it is.</param>
/// <param name="Masked">The same facts as they are while the events are masked; null where they were read while they were not.</param>
public sealed record SessionCompletion(SessionFacts? Facts, string? Problem, SessionFacts? Masked = null)
{
    public bool IsComplete => Problem is null;
}
