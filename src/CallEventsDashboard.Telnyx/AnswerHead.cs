namespace CallEventsDashboard.Telnyx;

/// <summary>What the headers of an answer say.</summary>
/// <param name="ServedAt">The service's clock, from the header <c>Date</c> (whole seconds); null when it sent none.</param>
/// <param name="RateLimit">The requests that the key has left; null when the answer does not say.</param>
internal readonly record struct AnswerHead(DateTimeOffset? ServedAt, RateLimit? RateLimit);
