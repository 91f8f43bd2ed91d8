namespace CallEventsDashboard.ApiKeys;

/// <summary>The result of a change: the keys after it, or the sentence that refuses it.</summary>
/// <param name="Active">The name that the tab itself goes over to; null when it stays with its own.</param>
internal readonly record struct KeyChange(KeyChain? Keys, string? Active, string? Problem = null)
{
    public static KeyChange Refused(string problem) => new(Keys: null, Active: null, problem);
}
