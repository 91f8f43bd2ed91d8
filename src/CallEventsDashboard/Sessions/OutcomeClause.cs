namespace CallEventsDashboard.Sessions;

/// <summary>A part of the reason.</summary>
/// <param name="Text">Begins with a capital unless it continues; has no full stop.</param>
/// <param name="Evidence">The event that proves it, or after which nothing more was seen; null where there is no event at all.</param>
/// <param name="Continues">Whether it goes on with the sentence before it.</param>
public sealed record OutcomeClause(string Text, Mark? Evidence, bool Continues = false)
{
    /// <summary>Whether it says that the end was not seen, rather than what it was.</summary>
    public bool IsOfNoEnd { get; init; }
}
