namespace CallEventsDashboard.Queries;

/// <summary>The resolved time range; an end that is null is open.</summary>
public sealed record WantedRange(DateTimeOffset? From, DateTimeOffset? To, bool FromInclusive, bool ToInclusive)
{
    public bool Includes(DateTimeOffset instant) =>
        (From is not { } from || (FromInclusive ? instant >= from : instant > from))
        && (To is not { } to || (ToInclusive ? instant <= to : instant < to));
}
