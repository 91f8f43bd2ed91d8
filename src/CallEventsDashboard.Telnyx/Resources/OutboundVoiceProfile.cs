namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>An outbound voice profile: what limits the calls that go out by it.</summary>
public sealed record OutboundVoiceProfile
{
    private const int MostDestinations = 300;

    /// <summary>A decimal text of up to 19 digits.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public bool? IsEnabled { get; init; }

    /// <summary>How many calls may be up at once; null for no limit of its own.</summary>
    public string? CallLimit { get; init; }

    /// <summary>The countries that may be called, by two letters; empty where the record does not say.</summary>
    public IReadOnlyList<string> Destinations { get; init; } = [];

    /// <returns>Null for a record without an ID or a name.</returns>
    public static OutboundVoiceProfile? Read(ReadOnlyMemory<byte> record)
    {
        var json = LooseJson.Parse(record.Span);
        return json.Text("id") is not { } id || json.Text("name") is not { } name ? null : new OutboundVoiceProfile
        {
            Id = id,
            Name = name,
            IsEnabled = json.Field("enabled").Boolean(),
            CallLimit = json.Text("concurrent_call_limit"),
            Destinations = [.. json.Field("whitelisted_destinations").Items().Take(MostDestinations).Select(country => country.Text()).OfType<string>()],
        };
    }
}
