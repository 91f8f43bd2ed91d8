namespace CallEventsDashboard.Sessions.Comparison;

/// <summary>One fact of two sessions or two records. The texts are as Telnyx sent them: they are made safe where they are shown.</summary>
/// <param name="Name">Of a session in words, of a record its path.</param>
/// <param name="First">Null where the first has none; likewise <paramref name="Second"/>.</param>
public sealed record ComparedFact(string Name, string? First, string? Second)
{
    /// <summary>How much longer or more the second is: <c>+1.2 s</c>; null where nothing can be subtracted, or there is no difference.</summary>
    public string? Difference { get; init; }

    /// <summary>Whether no two calls have the same, as of a measure, an ID or a time: only its absence is a difference worth a look.</summary>
    public bool AlwaysDiffers { get; init; }

    /// <summary>Whether it is a phone number or a SIP address.</summary>
    public bool IsParty { get; init; }

    public bool IsSame => First == Second || (AlwaysDiffers && First is not null && Second is not null);
}
