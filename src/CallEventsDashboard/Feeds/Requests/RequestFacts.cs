using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>What is known at one moment of the requests for a list, and of those that its key may make.</summary>
/// <param name="Retrying">The attempt that is waiting to be made after a failed one.</param>
/// <param name="Answered">Requests answered, refused or failed so far.</param>
/// <param name="WaitUntil">Until when Telnyx asked everybody with this key to wait.</param>
/// <param name="HeldUntil">Until when rows that somebody wants wait, as nothing is left of the key's allowance.</param>
/// <param name="Allowance">What is left of it; null until an answer has told.</param>
internal sealed record RequestFacts(RequestAttempt? Retrying, int Answered, DateTimeOffset? WaitUntil, DateTimeOffset? HeldUntil, Allowance? Allowance);
