namespace CallEventsDashboard.EndToEndTests.Harness.Provider;

/// <summary>Somebody with an account at the provider; what can be set is what its administrator may change.</summary>
public sealed class ProviderUser(string name, string objectId)
{
    public string Name { get; } = name;

    public string Subject { get; } = $"subject-{name.ToLowerInvariant()}";

    public string ObjectId { get; } = objectId;

    public bool IsDisabled { get; set; }

    public bool HasRole { get; set; } = true;
}
