namespace CallEventsDashboard.Telnyx;

/// <summary>One answer of the API. An ordinal or a total of one answer says nothing of another answer's: rows expire and arrive in between.</summary>
public sealed record CallEventPage
{
    /// <summary>The rows in the order of the service, which it does not document.</summary>
    public required IReadOnlyList<CallEvent> Events { get; init; }

    /// <summary>Each number that <c>meta</c> gave, or null; <c>meta</c> and every field of it may be missing.</summary>
    public int? PageNumber { get; init; }

    public int? PageSize { get; init; }

    public int? TotalPages { get; init; }

    public long? TotalResults { get; init; }

    /// <summary>The requests that the key has left; null when the answer does not say.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The service's clock, from the header <c>Date</c> (whole seconds); null when it sent none.</summary>
    public DateTimeOffset? ServedAt { get; init; }
}
