namespace CallEventsDashboard.Authentication;

/// <summary>Something that happened to a sign-in.</summary>
/// <param name="Action"><c>sign-in</c>, <c>sign-in-refused</c>, <c>sign-out</c>, <c>provider-logout</c> or <c>provider-logout-refused</c>.</param>
/// <param name="Person">Null where nobody is known.</param>
/// <param name="SessionId">The session's id; null where there is none.</param>
/// <param name="Detail">Words of the dashboard's own, nothing that came from outside.</param>
internal sealed record SignInEvent(string Action, UserIdentity? Person, string? SessionId, string Detail);
