namespace CallEventsDashboard.Feeds.Insights;

/// <summary>How many legs of a connection ended for one cause, of the hang-ups that were read.</summary>
/// <param name="Cause"><c>hangup_cause</c> as it was sent; null where the record has none.</param>
/// <param name="ConnectionId">Null where the record has none.</param>
/// <param name="EventName">The name of the event, which a list of these is filtered by.</param>
/// <param name="IsFailure">Whether each of them says that the call failed; hang-ups of an unspecified cause are told apart by their SIP code.</param>
/// <param name="Search">The text by which a search finds the cause in a record; null where there is none.</param>
public sealed record HangupCount(string? Cause, string? ConnectionId, string EventName, bool IsFailure, int Count, string? Search);
