namespace CallEventsDashboard.Authentication;

/// <summary>What a provider says of a session that is over.</summary>
/// <param name="Session">The provider's name of it; null where all of the person's are meant.</param>
/// <param name="Subject">The person; null where the session alone is named.</param>
internal sealed record LogoutToken(string Issuer, string? Session, string? Subject);
