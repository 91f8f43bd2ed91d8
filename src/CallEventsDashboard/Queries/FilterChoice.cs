namespace CallEventsDashboard.Queries;

/// <summary>A value that a filter may have, and the words for it.</summary>
public sealed record FilterChoice(string Value, string Text);
