namespace CallEventsDashboard.Queries;

/// <summary>A point in time that a person typed: how far back from now, or an instant.</summary>
public readonly record struct TypedTime(TimeSpan? Back, DateTimeOffset? At, string? Error)
{
    /// <summary>The instant that is meant.</summary>
    public DateTimeOffset? Resolve(DateTimeOffset now) => Back is { } back ? now - back : At;
}
