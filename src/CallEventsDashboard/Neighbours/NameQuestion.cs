namespace CallEventsDashboard.Neighbours;

/// <summary>An ID whose name is wanted.</summary>
/// <param name="IsProfile">Whether it is that of an outbound voice profile, else of a connection.</param>
public readonly record struct NameQuestion(string Id, bool IsProfile = false)
{
    /// <summary>Whichever profiles there are, to choose from; somebody waits for them.</summary>
    public static NameQuestion AllProfiles { get; } = new("", IsProfile: true) { IsAwaited = true };

    /// <summary>The product of the event that has it, which says in which list of applications a connection would be; null where that is not known.</summary>
    public string? Product { get; init; }

    /// <summary>Whether more than the name is wanted: what the list of its applications says, too.</summary>
    public bool WantsFacts { get; init; }

    /// <summary>Whether somebody waits for it, so that it is not left until a request is to spare.</summary>
    public bool IsAwaited { get; init; }
}
