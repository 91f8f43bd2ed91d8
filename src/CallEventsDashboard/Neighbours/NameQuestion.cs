namespace CallEventsDashboard.Neighbours;

/// <summary>An ID whose name is wanted.</summary>
/// <param name="IsProfile">Whether it is that of an outbound voice profile, else of a connection.</param>
public readonly record struct NameQuestion(string Id, bool IsProfile = false);
